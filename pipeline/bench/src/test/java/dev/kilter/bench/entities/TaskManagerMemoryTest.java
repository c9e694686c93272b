package dev.kilter.bench.entities;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.configuration.MemorySize;
import org.junit.jupiter.api.Test;

/** Memory is divided as Flink does it. */
class TaskManagerMemoryTest {
  private static final TaskManagerMemory MEMORY =
      TaskManagerMemory.of(MemorySize.ofMebiBytes(4_096), 2);

  @Test
  void rocksDbHasTwoFifthsOfWhatIsFlinks() {
    long flink = MemorySize.ofMebiBytes(4_096 - 256).getBytes() - overhead();
    assertThat((double) MEMORY.managedBytes() / flink).isBetween(0.399, 0.401);
  }

  @Test
  void javaIsKeptWithinTheRest() {
    assertThat(MEMORY.options())
        .anyMatch(option -> option.startsWith("-Xmx"))
        .anyMatch(option -> option.startsWith("-XX:MaxDirectMemorySize="))
        .contains("-XX:MaxMetaspaceSize=268435456");
  }

  private static long overhead() {
    return MemorySize.ofMebiBytes(4_096).getBytes() / 10;
  }
}
