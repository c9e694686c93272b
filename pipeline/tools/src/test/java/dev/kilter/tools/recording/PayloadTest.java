package dev.kilter.tools.recording;

import static dev.kilter.tools.recording.Events.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayloadTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"é\":\"𝄞\", \"time\" : \"1970-01-01T00:00:01Z\",\"b\":1.50} | {\"é\":\"𝄞\", \"time\" : \"1970-01-01T01:00:01Z\",\"b\":1.50}",
        "{\"time\":\"1970-01-01T02:00:01.250+02:00\"} | {\"time\":\"1970-01-01T03:00:01.250+02:00\"}",
        "{\"time\": 7 } | {\"time\": 3600007 }",
        "{\"a\":{\"time\":7},\"time\":-3600000} | {\"a\":{\"time\":7},\"time\":0}",
        "{\"time\":\"noon\"} | {\"time\":\"noon\"}",
        "{\"time\":null} | {\"time\":null}",
        "{\"time\":7.5} | {\"time\":7.5}",
        "[{\"time\":7}] | [{\"time\":7}]",
        "{\"a\" | {\"a\"",
      })
  void onlyTheTimeAtTheTopMovesAndEveryOtherByteStays(String payload, String shifted) {
    assertThat(Payload.shifted(bytes(payload), Duration.ofHours(1))).asString().isEqualTo(shifted);
  }
}
