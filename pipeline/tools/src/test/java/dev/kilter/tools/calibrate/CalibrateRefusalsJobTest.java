package dev.kilter.tools.calibrate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.UserError;
import dev.kilter.tools.ToolRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is refused in words; the draft stays what it was. */
class CalibrateRefusalsJobTest {
  private static final Path NETWORK =
      Path.of("../onnx/src/test/resources/bundles/keras-lstm/1/model.onnx");

  @TempDir private Path folder;
  private Path bundle;
  private Path contract;
  private String before;

  @BeforeEach
  void begin() throws IOException {
    bundle = folder.resolve("boilers/1");
    contract = bundle.resolve("model.json");
    ToolRun.model("init", NETWORK, "--to", bundle);
    NormalBoilers.filledIn(bundle);
    before = Files.readString(contract);
  }

  @AfterEach
  void theDraftIsWhatItWas() {
    assertThat(contract).content(UTF_8).isEqualTo(before);
    assertThat(bundle.resolve("golden.json")).doesNotExist();
  }

  @Test
  void rowsThatAreTooFew() throws IOException {
    assertRefused(
        new NormalBoilers(1).running(5, 4),
        "a sequence needs 6 rows that follow on each other, the longest stretch, of boiler-0, has 4");
  }

  @Test
  void aChannelThatIsNeverMeasured() throws IOException {
    assertRefused(
        new NormalBoilers(1).running(5, 20).with("speed", null),
        "The normal data have no value of speed: a channel that is never measured");
  }

  @Test
  void dataInWhichNothingMoves() throws IOException {
    assertRefused(
        new NormalBoilers(1)
            .running(5, 20)
            .with("speed", "3")
            .with("vibration", "3")
            .with("temperature", "3"),
        "Every channel of the normal data is constant (temperature, vibration, speed)");
  }

  @Test
  void aRecordingWithoutEvents() throws IOException {
    Path rubbish = Files.writeString(folder.resolve("n.jsonl"), "{\"entity\":\"boiler-1\"}\n");
    assertRefused(
        rubbish, "no row of the model's channels: 1 inputs could not be read, mostly: no-");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"speed\" | null | channels[2].name: its name in the pipeline file",
        "\"batch-major\" | \"time-major\" | axes in model.json must be batch-major",
        "\"length\" : 6 | \"length\" : 7 | the time axis of input lstm_input has the size 6",
        "\"fill\" | \"fil\" | unknown key channels.[0].fil",
        "\"lstm_input\" | \"input\" | the network has no input input, only [lstm_input]",
      })
  void aContractThatIsWrong(String from, String to, String why) throws IOException {
    before = before.replace(from, to);
    Files.writeString(contract, before);
    assertRefused(new NormalBoilers(1).running(5, 40), why);
  }

  @Test
  void aChannelThatThePipelineDoesNotHave() throws IOException {
    Path pipeline =
        Files.writeString(
            folder.resolve("p.yaml"),
            """
            name: boilers
            kafka: {bootstrap: "none:1", events: events, alerts: alerts, dead-letters: letters}
            channels: {temperature: {unit: Cel}, vibration: {unit: mm/s}}
            detectors: []
            """);
    Path normal = new NormalBoilers(1).running(5, 20).in(folder.resolve("n.jsonl"));
    assertRefused(
        ToolRun.model("calibrate", bundle, "--normal", normal, "--pipeline", pipeline),
        "model.json: the model needs the channel speed, which is not under channels");
  }

  @Test
  void aFolderWithoutANetwork() {
    assertRefused(
        ToolRun.model("calibrate", folder.resolve("none/1"), "--normal", folder.resolve("n")),
        "/none/1/model.onnx; begin with: ./kilter model init FILE.onnx --to ");
  }

  @ParameterizedTest
  @CsvSource({"--held-out, 1, between 0 and 1", "--smoothing, 0, above 0 and at most 1"})
  void anOptionOutOfItsRange(String option, String value, String why) {
    ToolRun run = ToolRun.model("calibrate", bundle, "--normal", "n.jsonl", option, value);

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.output()).contains(why);
  }

  private void assertRefused(NormalBoilers boilers, String why) throws IOException {
    assertRefused(boilers.in(folder.resolve("normal.jsonl")), why);
  }

  private void assertRefused(Path normal, String why) {
    assertRefused(ToolRun.model("calibrate", bundle, "--normal", normal), why);
  }

  private static void assertRefused(ToolRun run, String why) {
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.failure()).isInstanceOf(UserError.class).hasMessageContaining(why);
  }
}
