package dev.kilter.rig;

import dev.kilter.rig.up.ClusterCommand;
import dev.kilter.tools.KilterCommand;

/** The main of {@code kilter cluster} and {@code kilter faults}. */
public final class RigMain {
  private RigMain() {}

  public static void main(String[] arguments) {
    KilterCommand.run(arguments, new ClusterCommand(), new FaultsCommand());
  }
}
