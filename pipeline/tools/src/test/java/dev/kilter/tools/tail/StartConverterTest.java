package dev.kilter.tools.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.tools.record.TopicBound;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class StartConverterTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final StartConverter converter = new StartConverter(InstantSource.fixed(NOON));

  @Test
  void knowsTheEndsOfATopicTimesAndHowLongAgo() {
    assertThat(converter.convert("earliest")).isEqualTo(new TopicBound.Earliest());
    assertThat(converter.convert("latest")).isEqualTo(new TopicBound.Latest());
    assertThat(converter.convert("2026-03-01T12:00:00Z")).isEqualTo(new TopicBound.AtTime(NOON));
    assertThat(converter.convert("90m-ago"))
        .isEqualTo(new TopicBound.AtTime(Instant.parse("2026-03-01T10:30:00Z")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1200", "yesterday", "90m", "ago", "-ago", "soon-ago", ""})
  void refusesAllElse(String text) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining("such as");
  }
}
