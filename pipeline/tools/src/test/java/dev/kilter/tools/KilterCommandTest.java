package dev.kilter.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;

class KilterCommandTest {
  private final StringWriter errors = new StringWriter();
  private final StringWriter output = new StringWriter();

  @Test
  void refusesAnUnknownOptionWithASentenceAndExitCodeTwo() {
    int code = run("--sped", "3");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("--sped").doesNotContain("\tat ");
  }

  @Test
  void refusesADemoLengthThatIsNoneOrTooShortOrTooLong() {
    for (String length : new String[] {"soon", "1s", "2h"}) {
      assertThat(run("demo", "--for", length)).isEqualTo(2);
    }

    assertThat(errors.toString()).contains("soon").contains("10s to 1h").doesNotContain("\tat ");
  }

  @Test
  void refusesADemoWithoutEntities() {
    assertThat(run("demo", "--entities", "0")).isEqualTo(2);
    assertThat(errors.toString()).contains("--entities must be 1 to 1000, not 0.");
  }

  @Test
  void refusesAResultFileInAFolderThatIsNotThere() {
    assertThat(run("demo", "--json", "nowhere/at/all.json")).isEqualTo(2);
    assertThat(errors.toString()).contains("nowhere/at/all.json");
  }

  @Test
  void asksForACommandWhenThereIsNone() {
    int code = run();

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).startsWith("Which command?").contains("--help");
  }

  @Test
  void saysWhichVersionItIs() {
    int code = run("--version");

    assertThat(code).isZero();
    assertThat(output.toString()).startsWith("kilter ");
  }

  @Test
  void saysAUsersMistakeInItsOwnWordsWithExitCodeTwo() {
    int code = runFailing(new UserError("There is no topic x; create it first."));

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString().strip()).isEqualTo("There is no topic x; create it first.");
  }

  @Test
  void namesTheLogFileWhenItIsNotTheUsersMistake() {
    int code = runFailing(new IllegalStateException("the wheel came off"));

    assertThat(code).isEqualTo(1);
    assertThat(errors.toString())
        .contains("the wheel came off.")
        .contains(RunLog.current().file().toString())
        .doesNotContain("\tat ");
  }

  @Test
  void showsTheStackTraceOnlyWhenDebugging() {
    int code = runFailing(new UserError("No."), "--debug");

    assertThat(code).isEqualTo(2);
    assertThat(errors.toString()).contains("\tat ");
  }

  @Test
  void everyCommandIsListedWithAWholeSentence() {
    assertThat(listed(KilterCommand.commandLine()))
        .allSatisfy(line -> assertThat(line).as("the line in the list").endsWith("."));
  }

  /** What a command line's lists of commands say of each, at all depths. */
  private static Stream<String> listed(CommandLine commands) {
    return commands.getSubcommands().values().stream()
        .flatMap(
            command ->
                Stream.concat(
                    Stream.of(command.getCommandSpec().usageMessage().description()[0]),
                    listed(command)));
  }

  private int runFailing(RuntimeException e, String... more) {
    CommandLine kilter = KilterCommand.commandLine();
    kilter.addSubcommand("fail", CommandSpec.wrapWithoutInspection(new Failing(e)));
    String[] arguments = new String[more.length + 1];
    System.arraycopy(more, 0, arguments, 0, more.length);
    arguments[more.length] = "fail";
    return execute(kilter, arguments);
  }

  private int run(String... arguments) {
    return execute(KilterCommand.commandLine(), arguments);
  }

  private int execute(CommandLine kilter, String... arguments) {
    return kilter
        .setErr(new PrintWriter(errors, true))
        .setOut(new PrintWriter(output, true))
        .execute(arguments);
  }

  @Command(name = "fail")
  private record Failing(RuntimeException e) implements Runnable {
    @Override
    public void run() {
      throw e;
    }
  }
}
