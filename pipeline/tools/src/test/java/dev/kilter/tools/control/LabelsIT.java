package dev.kilter.tools.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.ToolRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What people have said, read from a real broker, as labels. */
class LabelsIT extends ControlTopics {

  @Test
  void whatPeopleHaveSaidBecomesLabelsToTheIncidentsEnd() throws Exception {
    write(feedback, "a", outcome("a", "pump-1", "confirmed", "11:00:00", "11:10:00"));
    write(feedback, "b", outcome("b", "pump-2", "false-alarm", "10:00:00", "10:10:00"));
    write(feedback, "c", outcome("c", "pump-3", "confirmed", "09:00:00", "09:10:00"));
    write(feedback, "c", outcome("c", "pump-3", "expected", "09:00:00", "09:10:00"));
    write(feedback, "d", "no outcome");
    alert("a", alertOf("a", "pump-1", "2026-12-01T11:30:00Z"));
    Path labels = folder.resolve("labels.jsonl");

    ToolRun run = run(new LabelsCommand(), "--to", labels.toString());

    assertThat(run.failure()).isNull();
    assertThat(labels)
        .hasContent(
            "{\"entity\":\"pump-1\",\"from\":\"2026-12-01T11:00:00Z\",\"to\":\"2026-12-01T11:30:00Z\","
                + "\"kind\":\"confirmed\"}");
    assertThat(run.output().lines())
        .containsExactly(
            "Written to "
                + labels
                + ": 1 of 3 incidents with a verdict (1 confirmed, 1 expected, 1 false-alarm,"
                + " 0 new-normal).",
            "Records of the topic that are no verdict: 1");
  }

  @Test
  void labelsOfOtherVerdictsAreWrittenWhenAskedFor() throws Exception {
    write(feedback, "a", outcome("a", "pump-1", "confirmed", "11:00:00", "11:10:00"));
    write(feedback, "b", outcome("b", "pump-2", "false-alarm", "10:00:00", "10:10:00"));
    Path labels = folder.resolve("labels.jsonl");

    run(new LabelsCommand(), "--to", labels.toString(), "--verdict", "false-alarm");

    assertThat(labels).content().contains("pump-2").doesNotContain("pump-1");
  }

  @Test
  void labelsOfAVerdictThatIsNoneAreRefused() {
    assertThat(
            refusal(
                run(
                    new LabelsCommand(),
                    "--to",
                    folder.resolve("labels.jsonl").toString(),
                    "--verdict",
                    "fine")))
        .startsWith("The verdict is fine;");
  }
}
