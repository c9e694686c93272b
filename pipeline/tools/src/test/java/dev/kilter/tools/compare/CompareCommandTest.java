package dev.kilter.tools.compare;

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
import picocli.CommandLine;

class CompareCommandTest {
  private static final String OPENED = alert(1, "open", "minor", 10);
  private static final String WORSE = alert(2, "open", "critical", 15);
  private static final String CLOSED = alert(3, "closed", "critical", 20);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();

  @Test
  void aRunAndItselfEndWithZero() throws IOException {
    Path run = run("a", OPENED, WORSE, CLOSED);
    assertThat(compare(run, run)).isZero();
    assertThat(out).hasToString("1 incidents before, 1 after: 1 the same, 0 different.\n");
  }

  @Test
  void anIncidentThatIsGoneEndsWithOneAndIsNamed() throws IOException {
    assertThat(compare(run("a", OPENED, WORSE, CLOSED), run("b"))).isEqualTo(1);
    assertThat(out.toString())
        .startsWith(
            "gone     pump-1 pumps: 1970-01-01T00:00:10Z to 1970-01-01T00:00:20Z; critical; vibration\n");
  }

  @Test
  void asManyMayDifferAsAreAllowed() throws IOException {
    Path before = run("a", OPENED, WORSE, CLOSED);
    Path after = run("b", OPENED, CLOSED.replace("critical", "minor"));
    assertThat(compare(before, after)).isEqualTo(1);
    assertThat(compare(before, after, "--allow", "1")).isZero();
  }

  @Test
  void aFolderWithoutAlertsIsTold() {
    assertThatThrownBy(() -> RunAlerts.read(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("There is no " + folder.resolve("alerts.jsonl"));
  }

  @Test
  void aLineThatIsNoAlertIsToldWithItsPlace() throws IOException {
    Path run = run("a", OPENED, "{\"incident\": \"x\", \"status\": \"ajar\"}");
    assertThatThrownBy(() -> RunAlerts.read(run))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("alerts.jsonl:2:")
        .hasMessageContaining("ajar");
  }

  private int compare(Path before, Path after, String... more) {
    CommandLine command = new CommandLine(new CompareCommand()).setOut(new PrintWriter(out, true));
    String[] arguments = new String[more.length + 2];
    arguments[0] = before.toString();
    arguments[1] = after.toString();
    System.arraycopy(more, 0, arguments, 2, more.length);
    return command.execute(arguments);
  }

  private Path run(String name, String... alerts) throws IOException {
    Path run = Files.createDirectories(folder.resolve(name));
    Files.writeString(run.resolve("alerts.jsonl"), String.join("\n", alerts));
    return run;
  }

  private static String alert(int revision, String status, String severity, int second) {
    return ("{\"incident\":\"5b\",\"revision\":%d,\"status\":\"%s\",\"severity\":\"%s\",\"detector\":\"pumps\","
            + "\"entity\":\"pump-1\",\"opened\":\"1970-01-01T00:00:10Z\",\"time\":\"1970-01-01T00:00:%dZ\","
            + "\"channels\":[{\"name\":\"vibration\",\"observed\":1.9}]}")
        .formatted(revision, status, severity, second);
  }
}
