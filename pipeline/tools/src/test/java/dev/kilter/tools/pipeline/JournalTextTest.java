package dev.kilter.tools.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.JournalPlace;
import org.junit.jupiter.api.Test;

class JournalTextTest {

  @Test
  void saysWhereTheJournalLiesOrWhatItMeansThatThereIsNone() {
    assertThat(JournalText.of(new JournalPlace.Usual()))
        .isEqualTo("in the folder for temporary files of each task manager");
    assertThat(JournalText.of(new JournalPlace.Folder("/var/lib/kilter/journal")))
        .isEqualTo("in /var/lib/kilter/journal of each task manager");
    assertThat(JournalText.of(new JournalPlace.Off()))
        .isEqualTo("none: a record on which native code crashes is not found out");
  }
}
