package dev.kilter.bench.broker;

import dev.kilter.bench.measure.Core;
import dev.kilter.tools.ProcessEnd;
import dev.kilter.tools.embedded.ScratchFolder;
import java.util.Optional;

/**
 * A broker in a process of its own, and a folder for what jobs write. Jobs have one core; the
 * broker and this process, which feeds it, have the others.
 *
 * @param core the jobs' core, if processes can be kept on one
 * @param apart whether broker and feed are kept off it
 */
public record BrokerRig(
    BrokerProcess broker, ScratchFolder folder, Optional<Core> core, boolean apart)
    implements AutoCloseable {

  /** Starts it, for what is timed: once in a process, which then has all cores no more. */
  public static BrokerRig start() {
    Optional<Core> core = Core.last();
    return start(core, core.isPresent() && core.get().leave());
  }

  /** Starts it where nothing is timed. */
  public static BrokerRig untimed() {
    return start(Optional.empty(), false);
  }

  private static BrokerRig start(Optional<Core> core, boolean apart) {
    BrokerProcess broker = BrokerProcess.start();
    BrokerRig rig = new BrokerRig(broker, ScratchFolder.create("kilter-bench-"), core, apart);
    ProcessEnd.add(rig::close);
    return rig;
  }

  /** Where things run, for the reader of the figures. */
  public String where() {
    if (core.isEmpty()) {
      return "There is no taskset: processes are NOT kept on one core.";
    }
    String jobs = "Each job is kept on core " + core.get().number();
    return apart
        ? jobs + "; the broker and what feeds it are kept off it."
        : jobs + ", and there is no other: the broker has the SAME core.";
  }

  @Override
  public void close() {
    broker.close();
    folder.close();
  }
}
