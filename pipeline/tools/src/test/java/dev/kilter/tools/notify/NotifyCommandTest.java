package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotifyCommandTest {
  private static final String HOOK = "http://127.0.0.1:1";

  @TempDir private Path folder;
  private Path pipeline;

  @BeforeEach
  void writePipeline() throws Exception {
    pipeline = folder.resolve("pipeline.yaml");
    Files.writeString(
        pipeline,
        """
        name: test
        kafka: {bootstrap: "127.0.0.1:1", events: e, alerts: a, dead-letters: d}
        channels: {vibration: {}}
        models: .
        detectors: [{id: pumps, model: m/1}]
        """);
  }

  @Test
  void itAsksForOneReceiverAndNotTwo() {
    assertThat(run()).contains("--alertmanager").contains("--webhook");
    assertThat(run("--alertmanager", HOOK, "--webhook", HOOK)).contains("mutually exclusive");
  }

  @Test
  void aTemplateIsForAWebhook() {
    assertThat(run("--alertmanager", HOOK, "--template", "t.json"))
        .isEqualTo("--template goes with --webhook.");
  }

  @Test
  void aTemplateIsReadBeforeTheBrokerIsAsked() throws Exception {
    Path template = Files.writeString(folder.resolve("t.json"), "{\n\"text\": {{entity}}\n}");

    assertThat(run("--webhook", HOOK, "--template", template))
        .isEqualTo(
            template
                + ":2: {{entity}} is no placeholder; write a JSON pointer, as in {{/entity}}.");
  }

  @Test
  void aDetectorThatThePipelineDoesNotHaveIsRefused() {
    assertThat(run("--webhook", HOOK, "--detector", "fans"))
        .isEqualTo("--detector is fans; " + pipeline + " has pumps.");
  }

  @Test
  void aSeverityThatIsNoneIsRefused() {
    assertThat(run("--webhook", HOOK, "--min-severity", "bad"))
        .contains("'bad' is none of minor, major and critical");
  }

  @Test
  void withoutABrokerItDoesNotBegin() {
    assertThat(run("--webhook", HOOK)).isEqualTo("No Kafka broker answers at 127.0.0.1:1.");
  }

  /** What was wrong; a run that was refused for anything but a user's mistake fails the test. */
  private String run(Object... options) {
    Object[] arguments = new Object[options.length + 1];
    arguments[0] = pipeline;
    System.arraycopy(options, 0, arguments, 1, options.length);
    ToolRun run = ToolRun.of(new NotifyCommand(), arguments);
    assertThat(run.code()).isEqualTo(2);
    if (run.failure() == null) {
      return run.output();
    }
    assertThat(run.failure()).isInstanceOf(UserError.class);
    return run.failure().getMessage();
  }
}
