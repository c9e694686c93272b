package dev.kilter.bench.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.TypeConversionException;

class SeedsTest {
  private final Seeds.Converter converter = new Seeds.Converter();

  @Test
  void oneOrAllFromOneToAnother() {
    assertThat(converter.convert("7").all()).containsExactly(7L);
    assertThat(converter.convert("9-11").all()).containsExactly(9L, 10L, 11L);
  }

  @ParameterizedTest
  @CsvSource({
    "all, 'all' is no seed such as 7",
    "-1, '-1' is no seed such as 7",
    "1-, '1-' is no seed such as 7",
    "3-1, '3-1' ends before it begins"
  })
  void whatIsNoSeedIsRefused(String text, String problem) {
    assertThatThrownBy(() -> converter.convert(text))
        .isInstanceOf(TypeConversionException.class)
        .hasMessageContaining(problem);
  }
}
