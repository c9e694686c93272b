package dev.kilter.bench.endurance;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/** What this process uses. */
final class ProcessUse {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final long KIBIBYTE = 1024;
  private static final int COLLECTIONS = 25;
  private static final long PAUSE_NANOS = 100_000_000;

  private ProcessUse() {}

  /** Processor time so far. */
  static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** In use of the heap. */
  static long heapBytes() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /**
   * What is left of the heap after full collections: the least of a few, since what is on its way
   * through the pipeline is now more, now less.
   */
  static long heapBytesCollected() {
    long least = Long.MAX_VALUE;
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      System.gc();
      least = Math.min(least, heapBytes());
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    return least;
  }

  /** In memory now; 0 where the system does not say. */
  static long residentBytes() {
    return bytes("VmRSS:");
  }

  /** The most that ever was in memory; 0 where the system does not say. */
  static long peakBytes() {
    return bytes("VmHWM:");
  }

  private static long bytes(String key) {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith(key))
          .mapToLong(line -> KIBIBYTE * Long.parseLong(line.replaceAll("[^0-9]", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
