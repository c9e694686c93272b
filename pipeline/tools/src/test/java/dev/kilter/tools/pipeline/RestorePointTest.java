package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestorePointTest {
  @TempDir private Path folder;

  @Test
  void theFolderOfASavepointWillDoAsPathAndAsUri() throws IOException {
    Files.createFile(folder.resolve("_metadata"));

    assertThatCode(() -> RestorePoint.check(folder.toString())).doesNotThrowAnyException();
    assertThatCode(() -> RestorePoint.check(folder.toUri().toString())).doesNotThrowAnyException();
  }

  @Test
  void aFolderWithoutMetadataIsNoSavepoint() {
    assertThatThrownBy(() -> RestorePoint.check(folder.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no savepoint or checkpoint at " + folder)
        .hasMessageContaining("--restore")
        .hasMessageContaining("_metadata");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/no/such/folder", "file:/no/such/folder", "nothing://x", ""})
  void whatIsNotThereIsNamed(String place) {
    assertThatThrownBy(() -> RestorePoint.check(place))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("at " + place);
  }
}
