package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvelopeTest {
  private static final Subject PUMP = Subject.of("pumps", "pump-1");

  @Test
  void whatThereIsToJudgeIsChanged() {
    Envelope<Integer> mapped = new Envelope.Judgeable<>(PUMP, 7, "four").map(String::length);
    assertThat(mapped).isEqualTo(new Envelope.Judgeable<>(PUMP, 7, 4));
  }

  @Test
  void wordsThatCarryNothingPassThrough() {
    Envelope<String> reset = new Envelope.Reset<>(PUMP, 7, "gap");
    Envelope<String> notJudged = new Envelope.NotJudged<>(PUMP, 7, "empty");
    assertThat(reset.map(String::length)).isEqualTo(new Envelope.Reset<Integer>(PUMP, 7, "gap"));
    assertThat(notJudged.map(String::length))
        .isEqualTo(new Envelope.NotJudged<Integer>(PUMP, 7, "empty"));
  }
}
