package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The whole topology on a mini-cluster, from a list of records to exact alerts. */
class TopologyJobTest {
  private static final double ABSENT = Double.NaN;

  @Test
  void anIncidentOpensWorsensAndCloses() throws Exception {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < 4; second++) {
      events.add(event("pump-1", second, 0.5, 0.5));
    }
    events.add(event("pump-1", 4, 9, 1));
    events.add(event("pump-1", 5, 9, 1));
    events.add(event("pump-1", 6, 9, 1));
    for (int second = 7; second < 10; second++) {
      events.add(event("pump-1", second, 0, 0));
    }

    List<String> alerts = TestRun.of(events, TestPipelines.twoChannels(), 1).alertLines();

    assertThat(alerts)
        .extracting(TopologyJobTest::withoutDigests)
        .containsExactly(
            """
            {"incident":"ID","revision":1,"status":"open","cause":"opened","severity":"minor",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"temperature is 9 where its history says 0; the score is 1.94 times its threshold",\
            "since":"1970-01-01T00:00:04Z","opened":"1970-01-01T00:00:05Z","time":"1970-01-01T00:00:05Z",\
            "sequences":1,"score":3.875,"threshold":2,"peak":3.875,\
            "channels":[\
            {"name":"temperature","observed":9,"expected":0,"part":0.887097},\
            {"name":"vibration","observed":1,"expected":0,"part":0.112903}],"health":[],\
            "model":MODEL,\
            "evidence":{"from":"1970-01-01T00:00:02Z","to":"1970-01-01T00:00:05Z",\
            "raw":5,"average":2.75,"offsets":{"events-0":[2,5]},"rows":4}}""",
            """
            {"incident":"ID","revision":2,"status":"open","cause":"worsened","severity":"major",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"worse: temperature is 9 where its history says 0; the score is 2.22 times its threshold",\
            "since":"1970-01-01T00:00:04Z","opened":"1970-01-01T00:00:05Z","time":"1970-01-01T00:00:06Z",\
            "sequences":2,"score":4.4375,"threshold":2,"peak":4.4375,\
            "channels":[\
            {"name":"temperature","observed":9,"expected":0,"part":0.894366},\
            {"name":"vibration","observed":1,"expected":0,"part":0.105634}],"health":[],\
            "model":MODEL,\
            "evidence":{"from":"1970-01-01T00:00:03Z","to":"1970-01-01T00:00:06Z",\
            "raw":5,"average":3.875,"offsets":{"events-0":[3,6]},"rows":4}}""",
            """
            {"incident":"ID","revision":3,"status":"closed","cause":"closed","severity":"major",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"over after 5 s; at its worst the score was 2.22 times its threshold",\
            "since":"1970-01-01T00:00:04Z","opened":"1970-01-01T00:00:05Z","time":"1970-01-01T00:00:09Z",\
            "sequences":5,"score":0.554688,"threshold":2,"peak":4.4375,\
            "channels":[\
            {"name":"temperature","observed":0,"expected":0,"part":0.894366},\
            {"name":"vibration","observed":0,"expected":0,"part":0.105634}],"health":[],\
            "model":MODEL,\
            "evidence":{"from":"1970-01-01T00:00:06Z","to":"1970-01-01T00:00:09Z",\
            "raw":0,"average":1.10938,"offsets":{"events-0":[6,9]},"rows":4}}""");
  }

  @Test
  void longEventsOfOneInstantMakeTheSameRowsAsAWideOne() throws Exception {
    List<Decoded> wide = new ArrayList<>();
    List<Decoded> split = new ArrayList<>();
    for (int second = 0; second < 12; second++) {
      double temperature = second < 5 ? 1 : 9;
      wide.add(event("pump-1", second, temperature, 2));
      split.add(event("pump-1", second, ABSENT, 2));
      split.add(event("pump-1", second, temperature, ABSENT));
    }

    TestRun ofWide = TestRun.of(wide, TestPipelines.twoChannels(), 1);
    TestRun ofSplit = TestRun.of(split, TestPipelines.twoChannels(), 2);

    assertThat(ofWide.alerts()).hasSize(1);
    assertThat(withoutOffsets(ofSplit)).isEqualTo(withoutOffsets(ofWide));
  }

  @Test
  void deadLettersAndLateEventsLeaveTheNeighboursUntouched() throws Exception {
    List<Decoded> clean = new ArrayList<>();
    List<Decoded> dirty = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      Event event = event("pump-1", second, second > 9 ? 8 : 0, 1);
      clean.add(event);
      dirty.add(event);
      dirty.add(letter(second));
    }
    dirty.add(30, new Event("pump-1", 1_000, new double[] {99, 99}, 0, 777, 0));

    TestRun ofClean = TestRun.of(clean, TestPipelines.twoChannels(), 1);
    TestRun ofDirty = TestRun.of(dirty, TestPipelines.twoChannels(), 1);

    assertThat(ofDirty.alertLines()).isEqualTo(ofClean.alertLines()).isNotEmpty();
    assertThat(ofDirty.deadLetters()).hasSize(21);
    assertThat(ofDirty.deadLetters())
        .filteredOn(letter -> letter.reason() == DeadLetterReason.LATE)
        .singleElement()
        .satisfies(
            late -> {
              assertThat(late.position()).isEqualTo(new RecordPosition("events", 0, 777));
              assertThat(new String(late.value(), StandardCharsets.UTF_8))
                  .isEqualTo(
                      "{\"entity\":\"pump-1\",\"time\":\"1970-01-01T00:00:01Z\","
                          + "\"values\":{\"temperature\":99.0,\"vibration\":99.0}}");
            });
  }

  @Test
  void everyRowOfAWatchedEntityIsJudgedOrSaysWhyNot() throws Exception {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < 6; second++) {
      events.add(event("pump-1", second, 1, 1));
      events.add(event("fan-1", second, 1, 1));
    }

    TestRun run = TestRun.of(events, TestPipelines.twoChannels(), 2);

    assertThat(run.scores())
        .extracting(
            report ->
                report.subject().entity() + " " + report.timeMillis() + " " + report.notJudged())
        .containsExactly(
            "pump-1 0 not enough history: 1 of 4",
            "pump-1 1000 not enough history: 2 of 4",
            "pump-1 2000 not enough history: 3 of 4",
            "pump-1 3000 null",
            "pump-1 4000 null",
            "pump-1 5000 null");
  }

  private static String withoutDigests(String alert) {
    return alert
        .replaceFirst("\"incident\":\"[0-9a-f]{32}\"", "\"incident\":\"ID\"")
        .replaceFirst(
            "\"model\":\\{\"name\":\"flat\",\"version\":\"1\",\"sha256\":\"[0-9a-f]{64}\"}",
            "\"model\":MODEL");
  }

  private static List<String> withoutOffsets(TestRun run) {
    return run.alertLines().stream().map(line -> line.replaceAll("\"offsets\".*", "")).toList();
  }

  private static Event event(String entity, int second, double temperature, double vibration) {
    return new Event(entity, second * 1_000L, new double[] {temperature, vibration}, 0, second, 0);
  }

  private static DeadLetter letter(int offset) {
    return new DeadLetter(
        new RecordPosition("events", 1, offset),
        -1,
        null,
        new byte[] {1},
        DeadLetterReason.NOT_JSON,
        "not JSON");
  }
}
