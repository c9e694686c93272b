package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.decode.EventDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever form readings come in: the alerts are the same, to the byte. */
class FormatsJobTest {
  private static final int PUMPS = 4;
  private static final int SECONDS = 120;
  private static List<String> expected;

  @BeforeAll
  static void runAsJson() throws Exception {
    expected = alerts(Wire.JSON);
    assertThat(expected).hasSizeGreaterThan(5 * PUMPS);
  }

  @ParameterizedTest
  @EnumSource(value = Wire.class, mode = EnumSource.Mode.EXCLUDE, names = "JSON")
  void everyFormGivesTheAlertsOfWideJson(Wire wire) throws Exception {
    assertThat(alerts(wire)).isEqualTo(expected);
  }

  private static List<String> alerts(Wire wire) throws Exception {
    PipelinePlan plan = wire.pipeline();
    EventDecoder decoder = new EventDecoder(plan.config().events(), Long.MAX_VALUE);
    Random random = new Random(3);
    List<Decoded> decoded = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int pump = 0; pump < PUMPS; pump++) {
        boolean trouble = (second + 7 * pump) % 40 < 12;
        byte[] record =
            wire.record(
                "pump-" + pump,
                second * 1_000L + 100L * pump,
                (trouble ? 9 : 0) + random.nextGaussian(),
                Math.abs(random.nextGaussian()));
        RecordPosition position = new RecordPosition("events", 0, second * (long) PUMPS + pump);
        decoded.addAll(decoder.decode(position, -1, null, record));
      }
    }
    TestRun run = TestRun.of(decoded, plan, 2);
    assertThat(run.deadLetters()).isEmpty();
    return run.alertLines();
  }
}
