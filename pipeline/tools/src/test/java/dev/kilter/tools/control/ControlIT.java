package dev.kilter.tools.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.ToolRun;
import org.junit.jupiter.api.Test;

/** What the commands write to the control topic of a real broker. */
class ControlIT extends ControlTopics {

  @Test
  void aSilenceIsWrittenAndItsIdIsTold() throws Exception {
    ToolRun run =
        silence("--entities", "pump-1*", "--for", "2h", "--reason", "new seal", "--by", "ana");

    assertThat(run.failure()).isNull();
    assertThat(written()).hasSize(1);
    String id = written().get(0).replaceFirst(" .*", "");
    assertThat(written())
        .containsExactly(
            id
                + " {\"control\":\"silence\",\"id\":\""
                + id
                + "\",\"entities\":\"pump-1*\",\"from\":\"2026-12-01T12:00:00Z\","
                + "\"until\":\"2026-12-01T14:00:00Z\",\"reason\":\"new seal\",\"by\":\"ana\"}");
    assertThat(run.output().lines())
        .containsExactly(
            "Silence " + id + " of pump-1* from 2026-12-01T12:00:00Z until 2026-12-01T14:00:00Z.",
            "To end it sooner: kilter silence " + pipeline + " --end " + id);
  }

  @Test
  void aSilenceMayBeginLaterAndConcernSomeDetectors() throws Exception {
    silence(
        "--entities",
        "*",
        "--for",
        "90m",
        "--reason",
        "test",
        "--by",
        "ana",
        "--from",
        "2026-12-02T08:00:00Z",
        "--detector",
        "pumps");

    assertThat(written().get(0))
        .contains("\"detectors\":[\"pumps\"],\"from\":\"2026-12-02T08:00:00Z\"")
        .contains("\"until\":\"2026-12-02T09:30:00Z\"");
  }

  @Test
  void aSilenceIsEnded() throws Exception {
    ToolRun run = silence("--end", "s-1");

    assertThat(written())
        .containsExactly(
            "s-1 {\"control\":\"end-silence\",\"id\":\"s-1\",\"from\":\"2026-12-01T12:00:00Z\"}");
    assertThat(run.output().strip()).isEqualTo("Silence s-1 ends now, 2026-12-01T12:00:00Z.");
  }

  @Test
  void whatThePipelineWouldRefuseIsNotWritten() {
    assertThat(
            refusal(
                silence(
                    "--entities", "*", "--for", "2h", "--reason", "test", "--detector", "fans")))
        .isEqualTo(
            "The pipeline would refuse this: detectors[0] is \"fans\"; it must be one of the"
                + " pipeline's, [pumps].");
    assertThat(
            refusal(
                silence(
                    "--entities",
                    "*",
                    "--for",
                    "2h",
                    "--reason",
                    "test",
                    "--from",
                    "2026-12-01T09:00:00Z")))
        .startsWith("The pipeline would refuse this: until is 2026-12-01T11:00:00Z;");
    assertThat(refusal(silence("--entities", "*", "--for", "0s", "--reason", "test")))
        .isEqualTo("--for is 0; it must be longer than nothing, such as 2h.");
    assertThat(written()).isEmpty();
  }

  @Test
  void withoutTheTopicInThePipelineFileItSaysWhatToAdd() throws Exception {
    pipeline = pipeline("");
    String expected =
        pipeline
            + ": kafka.control is missing; add the topic of control messages, as in"
            + " kafka: {control: kilter-control}, and create it.";
    assertThat(refusal(silence("--end", "s-1"))).isEqualTo(expected);
    assertThat(refusal(feedback("5b1f", "expected"))).isEqualTo(expected);
  }

  @Test
  void feedbackNamesTheEntityAndTheDetectorThatTheAlertsOfTheIncidentName() throws Exception {
    alert("other", alertOf("other", "pump-2", "2026-12-01T11:00:00Z"));
    alert("5b1f", "no alert");
    alert("5b1f", alertOf("5b1f", "pump-17", "2026-12-01T11:58:00Z"));

    ToolRun run = feedback("5b1f", "false-alarm", "--note", "cleaning", "--by", "ana");

    assertThat(run.output().strip())
        .isEqualTo("Incident 5b1f of pump-17 under pumps: false-alarm, says ana.");
    assertThat(written())
        .containsExactly(
            "5b1f {\"control\":\"feedback\",\"incident\":\"5b1f\",\"entity\":\"pump-17\","
                + "\"detector\":\"pumps\",\"verdict\":\"false-alarm\",\"by\":\"ana\","
                + "\"note\":\"cleaning\",\"from\":\"2026-12-01T12:00:00Z\","
                + "\"opened\":\"2026-12-01T11:00:00Z\",\"until\":\"2026-12-01T11:58:00Z\"}");
  }

  @Test
  void aBeginningOfAnIdIsEnoughWhereNoOtherHasIt() throws Exception {
    alert("5b1f", alertOf("5b1f", "pump-17", "2026-12-01T11:58:00Z"));
    alert("5b20", alertOf("5b20", "pump-18", "2026-12-01T11:58:00Z"));

    assertThat(feedback("5b1", "expected", "--by", "ana").output().strip())
        .isEqualTo("Incident 5b1f of pump-17 under pumps: expected, says ana.");
    assertThat(refusal(feedback("5b", "expected")))
        .isEqualTo("2 incidents begin with 5b, such as 5b1f, 5b20; say more of the id.");
  }

  @Test
  void feedbackOfAnIncidentThatWasNeverToldIsRefused() throws Exception {
    alert("other", alertOf("other", "pump-2", "2026-12-01T11:00:00Z"));
    assertThat(refusal(feedback("5b1f", "expected")))
        .isEqualTo("No alert in topic " + alerts + " is of an incident 5b1f.");
  }

  @Test
  void aVerdictThatIsNoneIsRefused() {
    assertThat(refusal(feedback("5b1f", "fine")))
        .isEqualTo(
            "The verdict is fine; it must be confirmed, expected, false-alarm or new-normal.");
  }
}
