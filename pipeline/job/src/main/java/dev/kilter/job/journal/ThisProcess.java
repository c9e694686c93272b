package dev.kilter.job.journal;

import java.lang.management.ManagementFactory;

/** What this process is called in the names of its files. */
final class ThisProcess {
  private ThisProcess() {}

  /** Its number and when it began: the number alone comes again, in a container mostly at once. */
  static String name() {
    return ProcessHandle.current().pid()
        + "-"
        + ManagementFactory.getRuntimeMXBean().getStartTime();
  }
}
