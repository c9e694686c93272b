package dev.kilter.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.bench.endurance.LongRunAnswer;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.endurance.Sample;
import dev.kilter.bench.report.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What counts is memory once the run is warm, and for as long as it runs. */
class SoakReportTest {
  private static final LongRunQuestion RUN =
      new LongRunQuestion("a model", 1, 10, 100, 1, "heap", 10);
  private static final long RESERVED = 50;

  @Test
  void neitherWhatWasBeforeItWasWarmNorWhatWasLeftOnceItWasOverCounts() {
    List<Sample> samples =
        List.of(at(200, 10, 60), at(600, 38, 150), at(950, 39, 151), at(1_000, 20, 90));

    SoakReport report = SoakReport.of(RUN, new LongRunAnswer(samples, 1, 1, 151), RESERVED);

    assertThat(report.heap().bytes()).isEqualTo(Spread.of(List.of(38.0, 39.0)));
    assertThat(report.outside().bytes()).isEqualTo(Spread.of(List.of(100.0, 101.0)));
  }

  @Test
  void aRunThatIsOverBeforeAnythingCountedSaysSo() {
    List<Sample> samples = List.of(at(100, 10, 60), at(1_000, 20, 90));

    SoakReport report = SoakReport.of(RUN, new LongRunAnswer(samples, 1, 1, 151), RESERVED);

    assertThat(report.text()).contains("heap             over too soon to say").contains("1 seq");
  }

  private static Sample at(long events, long heapBytes, long residentBytes) {
    return new Sample(events, 1, 1, heapBytes, residentBytes, 0);
  }
}
