package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.operator.ScoreReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A detector with a classifier, in the whole topology. */
class ClassifierJobTest {

  @Test
  void anIncidentSaysWhatItIs() throws Exception {
    TestRun run = TestRun.of(heating(6), TestPipelines.classified(), 1);
    // Of six rows, three and then four are at 6: the mean is 3, then 4; 3^3 is 27, 3^4 is 81.
    assertThat(run.alertLines())
        .extracting(
            line ->
                line.replaceAll(".*(\"status\":\"[a-z]+\").*(\"classes.*),\"health.*", "$1 $2")
                    .replaceAll("(0\\.\\d{3})\\d*", "$1"))
        .containsExactly(
            "\"status\":\"open\" \"classes\":[{\"name\":\"heating\",\"probability\":0.931},"
                + "{\"name\":\"shaking\",\"probability\":0.034},"
                + "{\"name\":\"normal\",\"probability\":0.034}]",
            "\"status\":\"closed\" \"classes\":[{\"name\":\"heating\",\"probability\":0.953},"
                + "{\"name\":\"shaking\",\"probability\":0.023},"
                + "{\"name\":\"normal\",\"probability\":0.023}]");
  }

  @Test
  void besidesItChangesNothing() throws Exception {
    TestRun with = TestRun.of(heating(6), TestPipelines.classified(), 1);
    TestRun without = TestRun.of(heating(6), TestPipelines.twoChannels(), 1);
    assertThat(with.alertLines())
        .extracting(line -> line.replaceAll("\"classes\":\\[[^\\]]*\\],", ""))
        .isEqualTo(without.alertLines());
    assertThat(told(with)).isEqualTo(told(without)).isNotEmpty();
  }

  @Test
  void aForecasterGoesOnRowByRowWhileTheClassifierLooksBack() throws Exception {
    TestRun run = TestRun.of(heating(24), TestPipelines.classified("carried", "classifier"), 1);
    // It opens on the second odd row: of six rows two are at 24, the mean is 8, and 3^8 is 6561.
    assertThat(run.alertLines().get(0))
        .contains("\"name\":\"heating\",\"probability\":0.999")
        .contains("\"from\":\"1970-01-01T00:00:09Z\",\"to\":\"1970-01-01T00:00:09Z\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "flat; flat; with model flat/1: the classifier flat/1 is of the kind reconstruction; only one",
        "classifier; classifier; a model of the kind classification scores nothing; it belongs behind",
        "flat; pytorch-lstm; is of the kind reconstruction",
      })
  void refusesModelsOfTheWrongKind(String model, String classifier, String why) {
    assertThatThrownBy(() -> TestPipelines.classified(model, classifier))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(why);
  }

  private static List<String> told(TestRun run) {
    return run.scores().stream()
        .sorted(Comparator.comparingLong(ScoreReport::timeMillis))
        .map(report -> report.timeMillis() + " " + report.raw() + " " + report.notJudged())
        .toList();
  }

  /** Eight seconds at 0, four at the most, and at 0 again. */
  private static List<Decoded> heating(double most) {
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < 20; second++) {
      double temperature = second >= 8 && second < 12 ? most : 0;
      events.add(new Event("pump-1", second * 1_000L, new double[] {temperature, 0}, 0, second, 0));
    }
    return events;
  }
}
