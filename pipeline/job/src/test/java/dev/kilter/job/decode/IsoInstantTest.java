package dev.kilter.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {
  private static final int TRIES = 100_000;

  @Test
  void readsWhatTheJdkWrites() {
    Random random = new Random(5);
    for (int i = 0; i < TRIES; i++) {
      long millis = random.nextLong(-60_000_000_000_000L, 200_000_000_000_000L);
      Instant instant = Instant.ofEpochMilli(millis).plusNanos(random.nextInt(2) * 123_456L);
      assertThat(read(instant.toString())).as(instant.toString()).isEqualTo(millis);
    }
  }

  @Test
  void whateverItReadsTheJdkReadsTheSame() {
    Random random = new Random(6);
    int read = 0;
    for (int i = 0; i < TRIES; i++) {
      StringBuilder text = new StringBuilder("2026-03-01T12:59:59.25Z");
      text.setCharAt(random.nextInt(text.length()), "0123456789:-.TZ x".charAt(random.nextInt(17)));
      text.setCharAt(random.nextInt(text.length()), (char) ('0' + random.nextInt(10)));
      long millis = read(text.toString());
      if (millis != IsoInstant.NOT_ONE) {
        read++;
        assertThat(millis).as(text.toString()).isEqualTo(jdk(text.toString()));
      }
    }
    assertThat(read).isGreaterThan(TRIES / 20);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-03-01T12:00Z",
        "2026-03-01T12:00:00+01:00",
        "2026-03-01 12:00:00Z",
        "2026-02-29T12:00:00Z",
        "2026-13-01T12:00:00Z",
        "2026-03-01T24:00:00Z",
        "2026-03-01T12:60:00Z",
        "2026-03-01T12:00:60Z",
        "2026-03-01T12:00:00.Z",
        "2026-03-01T12:00:00.1234567890Z",
        "2026-03-01T12:00:00,5Z",
        "2026-03-01T12:00:00",
        "",
      })
  void leavesAllElseToOthers(String text) {
    assertThat(read(text)).isEqualTo(IsoInstant.NOT_ONE);
  }

  private static long read(String text) {
    char[] within = ("<" + text + ">").toCharArray();
    return IsoInstant.millis(within, 1, text.length());
  }

  private static long jdk(String text) {
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException e) {
      return -1;
    }
  }
}
