package dev.kilter.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnvelopeTest {

  @Test
  void whatThereIsToJudgeIsChanged() {
    Envelope<Integer> mapped =
        new Envelope.Judgeable<>("pumps", "pump-1", 7, "four").map(String::length);
    assertThat(mapped).isEqualTo(new Envelope.Judgeable<>("pumps", "pump-1", 7, 4));
  }

  @Test
  void wordsThatCarryNothingPassThrough() {
    Envelope<String> reset = new Envelope.Reset<>("pumps", "pump-1", 7, "gap");
    Envelope<String> notJudged = new Envelope.NotJudged<>("pumps", "pump-1", 7, "empty");
    assertThat(reset.map(String::length))
        .isEqualTo(new Envelope.Reset<Integer>("pumps", "pump-1", 7, "gap"));
    assertThat(notJudged.map(String::length))
        .isEqualTo(new Envelope.NotJudged<Integer>("pumps", "pump-1", 7, "empty"));
  }
}
