package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class ReplayCommandTest {
  private static final String TARGET = " --to t --bootstrap localhost:1";

  @TempDir private Path folder;
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.jsonl | --to=TOPIC --bootstrap=HOST:PORT",
        "a.jsonl --to t | --bootstrap=HOST:PORT",
        "--to t --bootstrap x:1 | FILE",
        "a.jsonl --to t --bootstrap x:1 --speed fast | 'fast' is no speed such as 1x",
        "a.jsonl --to t --bootstrap x:1 --lateness 1y | '1y' is no length of time",
        "a.csv --to t --bootstrap x:1 --part some | 'some' is not all, training or rest",
      })
  void wrongArgumentsSayWhatIsWrongAndExitWithTwo(String arguments, String sentence) {
    int code =
        new CommandLine(new ReplayCommand())
            .setErr(new PrintWriter(errors, true))
            .execute(arguments.split(" "));

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains(sentence));
  }

  @Test
  void theFilesAreLookedAtBeforeTheBroker() throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), "{\"kilterRecording\":9}\n");

    assertRefused(file + TARGET, "this recording has version 9");
    assertRefused(folder.resolve("none") + TARGET, "There is no file");
    assertRefused(file + TARGET + " --mapping none.yaml", "There is no mapping file none.yaml.");
    Path good = Files.writeString(folder.resolve("b.jsonl"), "{\"kilterRecording\":1}\n");
    assertRefused(good + TARGET, "No Kafka broker answers at localhost:1.");
  }

  private static void assertRefused(String arguments, String sentence) {
    ReplayCommand command = CommandLine.populateCommand(new ReplayCommand(), arguments.split(" "));

    assertThatThrownBy(command::call).isInstanceOf(UserError.class).hasMessageContaining(sentence);
  }
}
