package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** A model that is told what was measured and how many rows there are, in the whole topology. */
class MaskJobTest {
  private static final int SECONDS = 40;
  private static final int STUCK_FROM = 10;
  private static final double ABSENT = Double.NaN;

  @Test
  void anEntityThatBeginsIsJudgedFromTheLeastLengthOnWithItsLengthAndMask() throws Exception {
    List<Decoded> events =
        List.of(
            event(0, 2, 4),
            event(1, 6, ABSENT),
            event(2, ABSENT, 0),
            event(3, 3, 3),
            event(4, 1, 3));

    TestRun run = TestRun.of(events, TestPipelines.masked("0s"), 1);

    assertThat(run.scores())
        .extracting(report -> report.timeMillis() + " " + report.raw() + " " + report.notJudged())
        .containsExactly(
            "0 NaN not enough history: 1 of 2",
            "1000 " + 2 / Math.sqrt(2) + " null",
            "2000 " + 3 / Math.sqrt(2) + " null",
            "3000 0.0 null",
            "4000 1.0 null");
  }

  @Test
  void aStuckChannelIsMaskedAndAlarmsNoOther() throws Exception {
    List<Decoded> events = events(second -> warming(second), second -> 1);

    assertThat(TestRun.of(events, TestPipelines.masked("0s"), 1).alertLines()).isNotEmpty();
    TestRun run = TestRun.of(events, TestPipelines.masked("3s"), 1);
    assertThat(run.alerts()).isEmpty();
    assertThat(run.scores()).filteredOn(report -> report.notJudged() == null).hasSize(SECONDS - 1);
  }

  @Test
  void aChannelOutOfRangeIsMaskedAndAlarmsNoOther() throws Exception {
    List<Decoded> events = events(second -> warming(second), second -> 500);
    TestRun run = TestRun.of(events, TestPipelines.masked("0s"), 1);
    assertThat(run.alerts()).isEmpty();
    assertThat(run.scores()).filteredOn(report -> report.notJudged() == null).hasSize(SECONDS - 1);
  }

  @Test
  void besideAMaskedChannelTheOthersAreStillWatched() throws Exception {
    List<Decoded> events =
        events(second -> warming(second) + (second == 32 || second == 34 ? 16 : 0), unused -> 500);

    TestRun run = TestRun.of(events, TestPipelines.masked("0s"), 1);

    assertThat(run.alertLines())
        .extracting(alert -> alert.replaceAll("\"[0-9a-f]{32,64}\"", "DIGEST"))
        .containsExactly(
            """
            {"incident":DIGEST,"revision":1,"status":"open","cause":"opened","severity":"minor",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"temperature is 6.75 where its history says 10.4; the score is 1.77 times its threshold",\
            "since":"1970-01-01T00:00:32Z","opened":"1970-01-01T00:00:33Z","time":"1970-01-01T00:00:33Z",\
            "sequences":1,"score":3.53553,"threshold":2,"peak":3.53553,\
            "channels":[\
            {"name":"temperature","observed":6.75,"expected":10.375,"part":0.971645},\
            {"name":"vibration","observed":1.25,"expected":10.375,"part":0.0283554}],\
            "health":[{"kind":"out-of-range","channel":"vibration","since":"1970-01-01T00:00:10Z"}],\
            "model":{"name":"mask-lengths","version":"1","sha256":DIGEST},\
            "evidence":{"from":"1970-01-01T00:00:30Z","to":"1970-01-01T00:00:33Z",\
            "raw":2.56326,"average":4.50781,"offsets":{"events-0":[30,33]},"rows":4,\
            "filled":[{"name":"vibration","rows":[0,1,2,3],"values":[1.25,1.25,1.25,1.25]}]}}""",
            """
            {"incident":DIGEST,"revision":2,"status":"open","cause":"worsened","severity":"major",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"worse: temperature is 23, 1.57 times what its history says; the score is 2.36 times its threshold",\
            "since":"1970-01-01T00:00:32Z","opened":"1970-01-01T00:00:33Z","time":"1970-01-01T00:00:34Z",\
            "sequences":2,"score":4.72878,"threshold":2,"peak":4.72878,\
            "channels":[\
            {"name":"temperature","observed":23,"expected":14.625,"part":0.978647},\
            {"name":"vibration","observed":1.25,"expected":14.625,"part":0.0213531}],\
            "health":[{"kind":"out-of-range","channel":"vibration","since":"1970-01-01T00:00:10Z"}],\
            "model":{"name":"mask-lengths","version":"1","sha256":DIGEST},\
            "evidence":{"from":"1970-01-01T00:00:31Z","to":"1970-01-01T00:00:34Z",\
            "raw":5.92202,"average":3.53553,"offsets":{"events-0":[31,34]},"rows":4,\
            "filled":[{"name":"vibration","rows":[0,1,2,3],"values":[1.25,1.25,1.25,1.25]}]}}""",
            """
            {"incident":DIGEST,"revision":3,"status":"closed","cause":"closed","severity":"major",\
            "detector":"pumps","entity":"pump-1",\
            "summary":"over after 7 s; at its worst the score was 2.53 times its threshold",\
            "since":"1970-01-01T00:00:32Z","opened":"1970-01-01T00:00:33Z","time":"1970-01-01T00:00:39Z",\
            "sequences":7,"score":0.99575,"threshold":2,"peak":5.06023,\
            "channels":[\
            {"name":"temperature","observed":8.25,"expected":7.875,"part":0.906111},\
            {"name":"vibration","observed":1.25,"expected":7.875,"part":0.0938891}],\
            "health":[{"kind":"out-of-range","channel":"vibration","since":"1970-01-01T00:00:10Z"}],\
            "model":{"name":"mask-lengths","version":"1","sha256":DIGEST},\
            "evidence":{"from":"1970-01-01T00:00:36Z","to":"1970-01-01T00:00:39Z",\
            "raw":0.265165,"average":1.72633,"offsets":{"events-0":[36,39]},"rows":4,\
            "filled":[{"name":"vibration","rows":[0,1,2,3],"values":[1.25,1.25,1.25,1.25]}]}}""");
  }

  /** Both channels the same up to a quarter; from a second on the vibration is something else. */
  private static List<Decoded> events(IntToDoubleFunction temperature, IntToDoubleFunction broken) {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      double healthy = warming(second) + (second % 2) / 4.0;
      double vibration = second < STUCK_FROM ? healthy : broken.applyAsDouble(second);
      events.add(event(second, temperature.applyAsDouble(second), vibration));
    }
    return events;
  }

  private static double warming(int second) {
    return 1 + Math.max(0, second - STUCK_FROM) / 4.0;
  }

  private static Event event(int second, double temperature, double vibration) {
    return new Event(
        "pump-1", second * 1_000L, new double[] {temperature, vibration}, 0, second, 0);
  }
}
