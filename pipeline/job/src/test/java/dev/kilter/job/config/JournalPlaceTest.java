package dev.kilter.job.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Where tasks note what is in a network. */
class JournalPlaceTest {

  @Test
  void whereThereIsSharedMemoryNothingWaitsForADisk() {
    Path memory = Path.of("/dev/shm");
    assumeTrue(Files.isDirectory(memory) && Files.isWritable(memory));
    assertThat(new JournalPlace.Usual().folder())
        .hasValueSatisfying(
            folder -> assertThat(folder).startsWithRaw(memory).endsWithRaw(Path.of("journal")));
  }

  @Test
  void offIsNowhere() {
    assertThat(JournalPlace.parse("off").folder()).isEmpty();
  }
}
