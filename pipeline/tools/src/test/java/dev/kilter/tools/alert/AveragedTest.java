package dev.kilter.tools.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.Score;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragedTest {
  private static final String JSON =
      """
      {"incident":"5b1f","revision":1,"status":"open","severity":"major","detector":"d","entity":"e",
       "opened":"2026-03-01T12:00:07Z","time":"2026-03-01T12:00:31Z",
       "score":%s,"threshold":4.1,"peak":9.4,"channels":[],
       "evidence":{"from":"2026-03-01T12:00:00Z","to":"2026-03-01T12:00:31Z","raw":3,"average":%s}}""";

  /** The average before it was anything between 0.999995 and 1.000005 where 1 is told. */
  @ParameterizedTest
  @CsvSource({
    "2, 1, 3, 2, true",
    "2.00001, 1, 3, 2, false",
    "1.999999, 1, 3, 2, false",
    "0.666667, 0.333333, 1, 0.666667, true",
    "0.666666, 0.333333, 1, 0.666667, true",
    "0.666665, 0.333333, 1, 0.666667, false",
    "3, null, 3, 3, true",
    "3.1, null, 3, 3, false",
    "null, null, NaN, NaN, true",
    "-1.5, 0, -3, -1.5, true",
  })
  void whatTheAverageBeforeLeavesOpenIsLeftOpen(
      String told, String before, double raw, double again, boolean same) {
    byte[] json = JSON.formatted(told, before).getBytes(StandardCharsets.UTF_8);
    ToldAlert alert = ToldAlert.of(new ConsumerRecord<>("alerts", 0, 0, null, json));
    float[] one = {1};

    Compared compared =
        new Averaged(alert, 0.5).with(new Score(0, 0, raw, one, one, one, List.of()));

    assertThat(compared.again()).isEqualTo(Double.valueOf(again));
    assertThat(compared.same()).isEqualTo(same);
  }
}
