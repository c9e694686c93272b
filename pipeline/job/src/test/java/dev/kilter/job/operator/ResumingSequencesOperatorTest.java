package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.event.Event;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** State that goes on under a pipeline file that is another by now. */
@SuppressWarnings("try") // the harness may be interrupted as it closes
class ResumingSequencesOperatorTest {
  private static final String PUMP = "pump-1";
  private static final String FORMER = "{temperature: {unit: Cel}, vibration: {range: [0, 10]}}";
  private static final String NOW =
      "{pressure: {}, vibration: {range: [0, 10]}, temperature: {unit: Cel}}";

  @TempDir private Path folder;

  static Stream<StateBackend> backends() {
    return Stream.of(new HashMapStateBackend(), new EmbeddedRocksDBStateBackend());
  }

  @ParameterizedTest
  @MethodSource("backends")
  void whatWaitsIsJudgedByTheNamesOfItsChannels(StateBackend backend) throws Exception {
    OperatorSubtaskState kept;
    try (var before = opened("test", FORMER, backend, null)) {
      sees(before, 1_000, 7, 3);
      kept = before.snapshot(1, 1);
    }
    try (var now = opened("test", NOW, backend, kept)) {
      now.processWatermark(5_000);

      assertThat(rows(now)).containsExactly("[NaN, 3.0, 7.0]");
      assertThat(sequences(now)).containsExactly("@1000 [7.0, 3.0]");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void whatCameTooLateAndWaitsIsJudgedByThemToo(StateBackend backend) throws Exception {
    OperatorSubtaskState kept;
    try (var before = opened("test", FORMER, backend, null)) {
      sees(before, 10_000, 1, 1);
      before.processWatermark(10_000);
      sees(before, 2_000, 7, 3);
      kept = before.snapshot(1, 1);
    }
    try (var now = opened("test", NOW, backend, kept)) {
      now.processWatermark(20_000);

      assertThat(sequences(now)).containsExactly("@2000 late [7.0, 3.0]");
    }
  }

  @ParameterizedTest
  @MethodSource("backends")
  void theHealthOfAChannelGoesOnUnderItsName(StateBackend backend) throws Exception {
    OperatorSubtaskState kept;
    try (var before = opened("test", FORMER, backend, null)) {
      sees(before, 1_000, 7, 99);
      before.processWatermark(1_000);
      assertThat(health(before)).containsExactly("vibration began 1000");
      kept = before.snapshot(1, 1);
    }
    try (var now = opened("test", NOW, backend, kept)) {
      sees(now, 2_000, Double.NaN, 3, 7);
      now.processWatermark(2_000);

      assertThat(health(now)).containsExactly("vibration ended 1000");
    }
  }

  @Test
  void whatWasMovedOnceIsNotMovedAgain() throws Exception {
    OperatorSubtaskState kept;
    try (var before = opened("test", FORMER, new HashMapStateBackend(), null)) {
      sees(before, 1_000, 7, 3);
      kept = before.snapshot(1, 1);
    }
    try (var between = opened("test", NOW, new HashMapStateBackend(), kept)) {
      kept = between.snapshot(2, 2);
    }
    try (var now = opened("test", NOW, new HashMapStateBackend(), kept)) {
      now.processWatermark(5_000);

      assertThat(rows(now)).containsExactly("[NaN, 3.0, 7.0]");
    }
  }

  @Test
  void theStateOfAnotherPipelineIsNotTakenForItsOwn() throws Exception {
    OperatorSubtaskState kept;
    try (var before = opened("others", FORMER, new HashMapStateBackend(), null)) {
      kept = before.snapshot(1, 1);
    }
    assertThatThrownBy(() -> opened("test", FORMER, new HashMapStateBackend(), kept))
        .isInstanceOf(SuppressRestartsException.class)
        .hasCauseInstanceOf(UserError.class)
        .hasStackTraceContaining(
            "The pipeline cannot go on from the state it has kept:\n"
                + "  pipeline test: the state is of pipeline others");
  }

  private KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> opened(
      String name, String channels, StateBackend backend, OperatorSubtaskState kept)
      throws Exception {
    PipelinePlan plan = plan(name, channels);
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new ResumingSequences(Topology.build(plan, Reports.all()), PipelineFacts.of(plan)),
            Event::entity,
            Types.STRING);
    harness.setStateBackend(backend);
    harness.setup(
        KilterTypes.SEQUENCES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    if (kept != null) {
      harness.initializeState(kept);
    }
    harness.open();
    return harness;
  }

  private PipelinePlan plan(String name, String channels) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("pipeline.yaml"),
            String.join(
                "\n",
                "name: " + name,
                "kafka: {bootstrap: \"localhost:1\", events: e, alerts: a, dead-letters: d}",
                "channels: " + channels,
                "time: {max-lateness: 3s, late: judge, max-gap: 1m}",
                "models: " + Path.of("../onnx/src/test/resources/bundles").toAbsolutePath(),
                "detectors: [{id: pumps, model: carried/1}]"));
    return PipelinePlan.resolve(PipelineConfig.load(file, Map.of()));
  }

  private static void sees(
      KeyedOneInputStreamOperatorTestHarness<String, Event, ?> harness,
      long millis,
      double... values)
      throws Exception {
    harness.processElement(new Event(PUMP, millis, values, 0, millis, 0), millis);
  }

  private static List<String> rows(KeyedOneInputStreamOperatorTestHarness<String, Event, ?> from) {
    return from.getSideOutput(BuildSequences.ROWS).stream()
        .map(record -> Arrays.toString(record.getValue().values()))
        .toList();
  }

  private static List<String> health(
      KeyedOneInputStreamOperatorTestHarness<String, Event, ?> from) {
    return from.getSideOutput(BuildSequences.HEALTH).stream()
        .map(record -> record.getValue())
        .filter(message -> message.scope().channel() != null)
        .map(
            message ->
                message.scope().channel()
                    + (message.began() ? " began " : " ended ")
                    + message.sinceMillis())
        .toList();
  }

  private static List<String> sequences(
      KeyedOneInputStreamOperatorTestHarness<String, Event, Envelope<Sequence>> from) {
    return from.extractOutputValues().stream()
        .filter(envelope -> envelope instanceof Envelope.Judgeable<Sequence>)
        .map(envelope -> (Envelope.Judgeable<Sequence>) envelope)
        .map(
            each ->
                "@%d%s %s"
                    .formatted(
                        each.timeMillis(),
                        each.subject().late() ? " late" : "",
                        Arrays.toString(each.content().values())))
        .toList();
  }
}
