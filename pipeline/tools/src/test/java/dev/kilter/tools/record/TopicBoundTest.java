package dev.kilter.tools.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class TopicBoundTest {
  @Test
  void aBoundIsATimeAnOffsetOffsetsByPartitionOrAWord() {
    assertThat(TopicBound.parse("earliest")).isEqualTo(new TopicBound.Earliest());
    assertThat(TopicBound.parse("latest")).isEqualTo(new TopicBound.Latest());
    assertThat(TopicBound.parse("1200")).isEqualTo(new TopicBound.AtOffset(1_200));
    assertThat(TopicBound.parse("0:12,3:0"))
        .isEqualTo(new TopicBound.AtOffsets(Map.of(0, 12L, 3, 0L)));
    assertThat(TopicBound.parse("1970-01-01T00:00:00Z"))
        .isEqualTo(new TopicBound.AtTime(Instant.EPOCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "1,2", "0:1,", "0:1,0:2", "2026-03-01"})
  void anythingElseIsRefused(String text) {
    assertThatThrownBy(() -> TopicBound.parse(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageStartingWith("'" + text + "' ");
  }
}
