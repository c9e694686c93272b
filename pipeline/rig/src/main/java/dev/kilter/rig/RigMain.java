package dev.kilter.rig;

import dev.kilter.rig.leak.LeaksCommand;
import dev.kilter.rig.up.ClusterCommand;
import dev.kilter.tools.KilterCommand;

/** The main of {@code kilter cluster}, {@code kilter faults} and {@code kilter leaks}. */
public final class RigMain {
  private RigMain() {}

  public static void main(String[] arguments) {
    KilterCommand.run(arguments, new ClusterCommand(), new FaultsCommand(), new LeaksCommand());
  }
}
