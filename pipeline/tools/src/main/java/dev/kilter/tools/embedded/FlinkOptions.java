package dev.kilter.tools.embedded;

import java.nio.file.Path;

/**
 * How Flink runs in this process.
 *
 * @param parallelism how many tasks work side by side
 * @param scratch where Flink keeps what is gone once it stops
 * @param webPort the port of the web page; 0 for any free one
 * @param restore the savepoint or checkpoint to go on from, or null
 */
public record FlinkOptions(int parallelism, Path scratch, int webPort, String restore) {

  /** Any free port, no state to go on from. */
  public static FlinkOptions fresh(int parallelism, Path scratch) {
    return new FlinkOptions(parallelism, scratch, 0, null);
  }
}
