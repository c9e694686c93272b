package dev.kilter.tools.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TargetTest {
  private static final Path ZOO = Path.of("../../models/zoo/pump-lstm-ae/1");

  @TempDir private Path folder;

  @Test
  void aDraftIsFinishedWhereItIs() throws IOException {
    BundleDraft draft = bundle("pumps/1", false);

    assertThat(Target.of(draft, null).folder()).isEqualTo(draft.folder());
  }

  @Test
  void aFinishedOneBecomesTheNextVersionThatIsFree() throws IOException {
    Files.createDirectories(folder.resolve("pumps/2"));

    Target target = Target.of(bundle("pumps/1", true), null);

    assertThat(target.folder()).isEqualTo(folder.resolve("pumps/3"));
    assertThat(target.contract().version()).isEqualTo("3");
  }

  @Test
  void aFinishedOneIsNeverWrittenOver() throws IOException {
    BundleDraft finished = bundle("pumps/1", true);

    assertThatThrownBy(() -> Target.of(finished, folder.resolve("pumps/../pumps/1")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("pumps/1 is finished and may be in use");
    assertThatThrownBy(() -> Target.of(bundle("others/1", true), finished.folder()))
        .hasMessageContaining("pumps/1/model.json exists and is not overwritten");
  }

  @Test
  void whereNothingTellsTheNextVersionItIsAskedFor() throws IOException {
    BundleDraft finished = bundle("pumps/newest", true);

    assertThatThrownBy(() -> Target.of(finished, null))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("say with --to NAME/VERSION");
  }

  @Test
  void theFolderSaysTheNameAndTheVersion() throws IOException {
    Target target = Target.of(bundle("pumps/1", true), folder.resolve("boilers/7"));

    assertThat(target.contract().name()).isEqualTo("boilers");
    assertThat(target.contract().version()).isEqualTo("7");
  }

  private BundleDraft bundle(String name, boolean finished) throws IOException {
    Path bundle = Files.createDirectories(folder.resolve(name));
    Files.copy(ZOO.resolve("model.onnx"), bundle.resolve("model.onnx"));
    Files.copy(ZOO.resolve("model.json"), bundle.resolve("model.json"));
    if (finished) {
      Files.copy(ZOO.resolve("golden.json"), bundle.resolve("golden.json"));
    }
    return BundleDraft.read(bundle);
  }
}
