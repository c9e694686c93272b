package dev.kilter.bench.endurance;

/**
 * How a long run stood at one point.
 *
 * @param events how many events it had taken in
 * @param seconds since the first
 * @param cpuSeconds processor time of the process since then
 * @param heapBytes used of the heap; after full collections where that was asked for
 * @param residentBytes of the whole process in memory
 * @param diskBytes of RocksDB's files
 */
public record Sample(
    long events,
    double seconds,
    double cpuSeconds,
    long heapBytes,
    long residentBytes,
    long diskBytes) {

  /** Before the first event. */
  public static Sample begin() {
    return new Sample(0, 0, 0, 0, 0, 0);
  }

  /** Events a second from another to this. */
  public double perSecond(Sample since) {
    return (events - since.events) / (seconds - since.seconds);
  }

  /** How many cores the process had from another to this. */
  public double cores(Sample since) {
    return (cpuSeconds - since.cpuSeconds) / (seconds - since.seconds);
  }
}
