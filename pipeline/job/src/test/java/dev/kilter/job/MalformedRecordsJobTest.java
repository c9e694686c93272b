package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.job.decode.CatchingUp;
import dev.kilter.job.decode.DecodeEvents;
import dev.kilter.job.kafka.ScoreJson;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.type.KilterTypes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More than a hundred thousand malformed records: none stops anything, none is lost. */
@SuppressWarnings("try") // the iterator may be interrupted as it closes
class MalformedRecordsJobTest {
  /** What a run gave, in an order of its own: of each dead letter its place and reason. */
  private record Outcome(List<String> deadLetters, List<String> scores) {}

  @ParameterizedTest
  @CsvSource({"JSON, 1, 40000", "JSON, 50, 60000", "CSV, 50, 20000", "AVRO, 50, 20000"})
  void theScoresOfTheGoodOnesAreThoseOfARunWithoutTheBad(Wire wire, int badInHundred, int records)
      throws Exception {
    Outcome mixed = run(wire, badInHundred, records, true);
    Outcome clean = run(wire, badInHundred, records, false);

    assertThat(clean.deadLetters()).isEmpty();
    assertThat(clean.scores()).hasSizeGreaterThan(records / 3);
    assertThat(mixed.scores()).isEqualTo(clean.scores());
    assertThat(places(mixed)).isEqualTo(badOnes(badInHundred, records));
  }

  @ParameterizedTest
  @CsvSource({
    "JSON, 72000, 'empty,no-time,not-a-number,not-an-event,not-json,null-value,too-large'",
    "CSV, 18000, 'empty,no-time,not-a-number,not-csv,null-value'",
    "AVRO, 18000, 'empty,not-a-number,not-avro,null-value'",
  })
  void nothingButBadOnesAreAllDeadLettersWithPlaceAndReason(Wire wire, int records, String reasons)
      throws Exception {
    Outcome outcome = run(wire, 100, records, true);

    assertThat(outcome.scores()).isEmpty();
    assertThat(places(outcome)).isEqualTo(badOnes(100, records));
    assertThat(
            outcome.deadLetters().stream()
                .map(letter -> letter.substring(letter.indexOf(' ') + 1))
                .distinct()
                .sorted()
                .collect(Collectors.joining(",")))
        .isEqualTo(reasons);
  }

  private static List<String> places(Outcome outcome) {
    return outcome.deadLetters().stream()
        .map(l -> l.substring(0, l.indexOf(' ')))
        .sorted()
        .toList();
  }

  private static List<String> badOnes(int badInHundred, int records) {
    return LongStream.range(0, records)
        .filter(number -> MixedRecords.isBad(number, badInHundred))
        .mapToObj(number -> "events-0@" + number)
        .sorted()
        .toList();
  }

  /** A failure would fail the run: nothing is restarted. */
  private static Outcome run(Wire wire, int badInHundred, int records, boolean withBad)
      throws Exception {
    PipelinePlan plan = wire.pipeline();
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(1);
    JobSettings.applyBounded(env);
    DecodeEvents decoder = new DecodeEvents(plan.config().events(), plan.config().time());
    DataStream<Decoded> decoded =
        env.fromSequence(0, records - 1)
            .uid("numbers")
            .flatMap(new MixedRecords(wire, decoder, badInHundred, withBad))
            .returns(KilterTypes.DECODED)
            .uid("records")
            .assignTimestampsAndWatermarks(CatchingUp.strategy(plan.config().time()))
            .uid("event-time");
    Detections found = Topology.detect(decoded, plan);
    DataStream<String> letters =
        found
            .deadLetters()
            .map(MalformedRecordsJobTest::shown)
            .returns(Types.STRING)
            .uid("letters");
    DataStream<String> scores =
        found.scores().map(MalformedRecordsJobTest::shown).returns(Types.STRING).uid("scored");
    try (CloseableIterator<String> lines = letters.union(scores).executeAndCollect("malformed")) {
      return outcome(lines);
    }
  }

  private static Outcome outcome(Iterator<String> lines) {
    List<String> deadLetters = new ArrayList<>();
    List<String> scores = new ArrayList<>();
    lines.forEachRemaining(line -> (line.startsWith("{") ? scores : deadLetters).add(line));
    scores.sort(null);
    return new Outcome(deadLetters, scores);
  }

  private static String shown(DeadLetter letter) {
    return letter.position() + " " + letter.reason().label();
  }

  private static String shown(ScoreReport report) {
    return new String(ScoreJson.bytes(report), StandardCharsets.UTF_8);
  }
}
