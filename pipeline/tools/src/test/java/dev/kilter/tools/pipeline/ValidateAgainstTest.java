package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command {@code kilter validate --against}, with the savepoint of a release. */
class ValidateAgainstTest {
  private static final Release RELEASE = Release.of("0.1.0");
  private static final Path FILE = RELEASE.folder().resolve("pipeline.yaml");

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "_metadata"})
  void saysThatAllIsKeptUnderTheSameFile(String part) {
    Path savepoint = RELEASE.savepoint().resolve(part).toAbsolutePath();
    ToolRun run = against(FILE, savepoint);

    assertThat(run.code()).isZero();
    assertThat(run.output().lines().map(line -> line.strip().replaceAll(" +", " ")))
        .startsWith(
            savepoint + ", kept by Kilter 0.1.0-SNAPSHOT of pipeline released:",
            "kept pipeline released incidents keep their ids")
        .endsWith("", FILE + " can go on from there.");
  }

  @Test
  void takesAUri() {
    assertThat(against(FILE, RELEASE.savepoint().toUri()).code()).isZero();
  }

  @Test
  void endsWithCodeTwoWhereSomethingIsRefused() throws Exception {
    Path other = changed("name: released", "name: others");
    ToolRun run = against(other, RELEASE.savepoint());

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.failure()).isNull();
    assertThat(run.output())
        .contains("  refused  pipeline others                ")
        .endsWith(other + " cannot go on from there: see what is refused.\n");
  }

  @Test
  void saysTheSameToScripts() throws Exception {
    Path other = changed("id: rows", "id: others");
    JsonNode json =
        new ObjectMapper().readTree(against(other, RELEASE.savepoint(), "--json").output());

    assertThat(json.get("refused").booleanValue()).isFalse();
    assertThat(json.get("kilter").textValue()).isEqualTo("0.1.0-SNAPSHOT");
    assertThat(json.get("parts"))
        .extracting(part -> part.get("outcome").textValue() + " " + part.get("part").textValue())
        .contains("anew detector others", "dropped detector rows", "kept detector windows");
  }

  @Test
  void whatIsNoSavepointIsNamed() {
    ToolRun run = against(FILE, folder);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.failure())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "There is no savepoint or checkpoint that can be read at " + folder);
  }

  @Test
  void jsonIsOfASavepoint() {
    ToolRun run = ToolRun.of(new ValidateCommand(), FILE, "--json");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.output()).contains("--json goes with --against.");
  }

  private static ToolRun against(Path file, Object savepoint, Object... more) {
    Object[] arguments = new Object[more.length + 3];
    arguments[0] = file;
    arguments[1] = "--against";
    arguments[2] = savepoint;
    System.arraycopy(more, 0, arguments, 3, more.length);
    return ToolRun.of(new ValidateCommand(), arguments);
  }

  private Path changed(String from, String to) throws Exception {
    String text = Files.readString(FILE);
    assertThat(text).contains(from);
    Path models = RELEASE.folder().resolve("models").toAbsolutePath();
    return Files.writeString(
        folder.resolve("pipeline.yaml"), text.replace(from, to).replace("./models", "" + models));
  }
}
