package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PipelineFileTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name: [pumps; this is not YAML",
        "name: pumps\\n\\tkafka: {}; this is not YAML",
        "name: \"pumps; this is not YAML",
        "name: *pumps; this is not YAML",
      })
  void namesTheLineThatIsNotYaml(String text, String what) {
    assertThat(problems(text.replace("\\n", "\n").replace("\\t", "\t")).get(0))
        .matches(":\\d+: " + what + ".*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n\n", "# nothing but a comment\n"})
  void anEmptyFileIsToldAsSuch(String text) {
    assertThat(problems(text).get(0)).startsWith("The pipeline file ").endsWith(" is empty.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"just text", "[a, b]", "7"})
  void aFileThatIsNoMappingIsToldAsSuch(String text) {
    assertThat(problems(text)).contains(":1: the file must be a mapping of keys to values");
  }

  @Test
  void aMissingFileIsToldAsSuch(@TempDir Path folder) {
    Path file = folder.resolve("none.yaml");
    assertThatThrownBy(() -> PipelineConfig.load(file))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no pipeline file " + file + ".");
  }

  @Test
  void aFolderIsNoFile(@TempDir Path folder) {
    assertThatThrownBy(() -> PipelineConfig.load(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read");
  }

  @Test
  void bytesThatAreNoTextAreToldAsSuch(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("p.yaml"), new byte[] {'n', (byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> PipelineConfig.load(file)).isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "name: twice; :5: name is there again, first in line 1",
        "time: {max-lateness: 1s, max-lateness: 2s}; :5: time.max-lateness is there again",
        "? [a, b]; :5: the file has a list where a key belongs",
        "? {a: b}; :5: the file has a mapping where a key belongs",
        "<<: {a: b}; :5: unknown key <<",
      })
  void keysThatCannotBeAreErrors(String line, String problem) {
    assertThat(problems(LEAST + line + "\n")).hasSize(1);
    assertThat(problems(LEAST + line + "\n").get(0)).startsWith(problem);
  }

  @Test
  void aVariableStandsForItsValue() {
    String text = LEAST.replace("localhost:9092", "${HOST}:${PORT:9092}");
    assertThat(read(text, Map.of("HOST", "kafka", "PORT", "1234")).kafka().bootstrap())
        .isEqualTo("kafka:1234");
    assertThat(read(text, Map.of("HOST", "kafka")).kafka().bootstrap()).isEqualTo("kafka:9092");
  }

  @Test
  void aDefaultMayHoldColonsOrBeEmpty() {
    String text = LEAST.replace("localhost:9092", "${HOSTS:a:1,b:2}${SUFFIX:}");
    assertThat(read(text).kafka().bootstrap()).isEqualTo("a:1,b:2");
  }

  @Test
  void aValueOfAVariableIsTakenAsItIs() {
    String text = LEAST.replace("localhost:9092", "${HOST}");
    assertThat(read(text, Map.of("HOST", "$1\\${X}")).kafka().bootstrap()).isEqualTo("$1\\${X}");
  }

  @Test
  void aVariableWithNeitherValueNorDefaultIsAnError() {
    assertThat(problems(LEAST.replace("localhost:9092", "${HOST}")))
        .containsExactly(
            ":2: kafka.bootstrap: the variable HOST is not set: set it, or give a default as in"
                + " ${HOST:default}");
  }

  @Test
  void aVariableThatIsEmptyIsNoBroker() {
    assertThat(problems(LEAST.replace("localhost:9092", "${HOST:}")))
        .containsExactly(":2: kafka.bootstrap is \"\"; it must be something other than blanks");
  }
}
