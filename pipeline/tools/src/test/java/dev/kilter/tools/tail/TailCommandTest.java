package dev.kilter.tools.tail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import dev.kilter.tools.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TailCommandTest {
  @TempDir private Path folder;
  private Path file;
  private String bootstrap;

  @BeforeEach
  void writePipeline() throws IOException {
    bootstrap = "127.0.0.1:" + FreePort.find();
    file = folder.resolve("pipeline.yaml");
    Files.writeString(
        file,
        "name: test\nkafka: {bootstrap: \"%s\", events: e, alerts: a, dead-letters: d}\n"
                .formatted(bootstrap)
            + "channels: {temperature: {}}\ndetectors: []\n");
  }

  @Test
  void refusesWhatCannotBeMeant() {
    assertThat(refusal("--severity", "huge"))
        .isEqualTo("--severity is huge; it must be one of [minor, major, critical].");
    assertThat(refusal("--status", "open,ajar"))
        .isEqualTo("--status is ajar; it must be one of [open, flapping, closed].");
    assertThat(refusal("--health")).contains("add kafka.health to it, or leave --health out.");
    assertThat(refusal("--groups")).contains("add kafka.groups to it, or leave --groups out.");
    assertThat(run("--color", "rainbow").output()).contains("'rainbow' is not auto, always or");
    assertThat(run("--from", "yesterday").output()).contains("'yesterday' is neither earliest or");
  }

  @Test
  void saysThatNoBrokerAnswers() {
    assertThat(refusal("--no-health")).isEqualTo("No Kafka broker answers at " + bootstrap + ".");
  }

  private String refusal(String... options) {
    ToolRun run = run(options);
    assertThat(run.failure()).isInstanceOf(UserError.class);
    return run.failure().getMessage();
  }

  private ToolRun run(String... options) {
    Object[] arguments = new Object[options.length + 1];
    System.arraycopy(options, 0, arguments, 1, options.length);
    arguments[0] = file;
    ToolRun run = ToolRun.of(new TailCommand(new Terminal().output()), arguments);
    assertThat(run.code()).isEqualTo(2);
    return run;
  }
}
