package dev.kilter.bench.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.SequenceScorer;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every kind of bundle is measured as a pipeline opens it; how fast it is is not looked at. */
class DeviceFiguresTest {
  private static final Stopwatch ONE_RUN = new Stopwatch(Duration.ZERO);

  @ParameterizedTest
  @CsvSource({"flat, sequences", "carried, steps", "classifier, sequences"})
  void batchesOfEverySizeUpToTheLargestAreMeasured(String name, String counted) {
    try (ModelOnDevices model = ModelOnDevices.open(bundle(name), 0, 9)) {
      model.measure(ONE_RUN);
      model.measure(ONE_RUN);

      DeviceReport.OfModel report = model.report();

      assertThat(report.counted()).isEqualTo(counted);
      assertThat(report.lines())
          .filteredOn(line -> line.provider().equals("cpu"))
          .extracting(DeviceLine::batch)
          .containsExactly(1, 2, 4, 8);
    }
  }

  @Test
  void aGpuThatIsNotThereIsSaidToBeMissingWithTheReason() {
    try (ModelOnDevices model = ModelOnDevices.open(bundle("flat"), 63, 1)) {
      model.measure(ONE_RUN);

      assertThat(model.report().missing().get("cuda")).isNotBlank();
      assertThat(DeviceTable.of(model.report())).contains("cuda is not here: ");
    }
  }

  @Test
  void whereTheNetworkRunsOnNoLargerBatchItEndsAndSaysSo() {
    try (ChokingNetwork network = new ChokingNetwork()) {
      DeviceFigures figures = new DeviceFigures("cpu", network, 64);

      figures.measure(ONE_RUN);
      figures.measure(ONE_RUN);

      assertThat(figures.lines()).extracting(DeviceLine::batch).containsExactly(1, 2);
      assertThat(figures.whyNoLarger()).contains("choking/1");
    }
  }

  /** Runs on two sequences at most; on more it is given what it does not run on. */
  private static final class ChokingNetwork implements MeasuredNetwork {
    private final SequenceScorer scorer = SequenceScorer.open(bundle("choking"));

    @Override
    public Batch batch(int size) {
      float tooMuch = size > 2 ? 64 : 0;
      float[] values = {0, 0, 0, 0, 0, 0, tooMuch, 0};
      boolean[] mask = {true, true, true, true, true, true, true, true};
      Subject subject = Subject.of("bench", "machine");
      List<Sequence> sequences = List.of(new Sequence(subject, 0, 1, values, mask, 2, List.of()));
      return () -> scorer.score(sequences);
    }

    @Override
    public void close() {
      scorer.close();
    }
  }

  private static ModelBundle bundle(String name) {
    return ModelBundle.read(Path.of("../onnx/src/test/resources/bundles").resolve(name + "/1"));
  }
}
