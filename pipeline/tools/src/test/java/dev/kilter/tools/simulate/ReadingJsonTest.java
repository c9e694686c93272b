package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {
  @Test
  void writesAWideEventWithFiveDigitsAndLeavesOutWhatIsAbsent() {
    Reading reading =
        new Reading(
            "pump-07",
            1_772_366_400_250L,
            new double[] {2893.26, -0.123456, Double.NaN, 28.12345, 65, 0, 2e-7, 399.996});

    assertThat(new String(ReadingJson.encode(reading), StandardCharsets.UTF_8))
        .isEqualTo(
            "{\"entity\":\"pump-07\",\"time\":\"2026-03-01T12:00:00.250Z\",\"values\":{"
                + "\"speed\":2893.3,\"flow\":-0.12346,\"current\":28.123,"
                + "\"winding-temperature\":65.000,\"bearing-temperature\":0.00000,"
                + "\"vibration\":0.00000,\"voltage\":400.00}}");
  }
}
