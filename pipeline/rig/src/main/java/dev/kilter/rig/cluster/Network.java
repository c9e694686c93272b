package dev.kilter.rig.cluster;

import dev.kilter.rig.process.NotPermittedException;
import dev.kilter.rig.process.SystemCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the processes of a cluster listen. One of the task managers is on a network of its own,
 * where this machine permits that, so that it can be cut off.
 *
 * @param address where all others listen
 * @param apart the network namespace of that one; empty where there is none
 * @param whyNot why there is none
 */
public record Network(String address, Optional<String> apart, String whyNot)
    implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int HIGHEST = 250;

  /** The address of the one that is apart, which only it has. */
  String addressApart() {
    return address.substring(0, address.lastIndexOf('.')) + ".2";
  }

  /** All on one machine, which nothing can cut. */
  static Network plain() {
    return new Network(LOOPBACK, Optional.empty(), "nobody has asked for a network apart");
  }

  /** One that can be cut, or a plain one where that is not permitted. */
  static Network cuttable() {
    long number = ProcessHandle.current().pid();
    String name = "kilter" + number;
    String subnet = "10." + (1 + number / HIGHEST % HIGHEST) + "." + (1 + number % HIGHEST);
    try {
      SystemCommand.run("ip", "netns", "add", name);
    } catch (NotPermittedException e) {
      return new Network(LOOPBACK, Optional.empty(), e.getMessage());
    }
    try {
      String outside = "kr" + number;
      String inside = "ks" + number;
      SystemCommand.run("ip", "link", "add", outside, "type", "veth", "peer", "name", inside);
      SystemCommand.run("ip", "link", "set", inside, "netns", name);
      SystemCommand.run("ip", "addr", "add", subnet + ".1/24", "dev", outside);
      SystemCommand.run("ip", "link", "set", outside, "up");
      Network network = new Network(subnet + ".1", Optional.of(name), "");
      network.within("ip", "addr", "add", subnet + ".2/24", "dev", inside);
      network.within("ip", "link", "set", "lo", "up");
      network.within("ip", "link", "set", inside, "up");
      return network;
    } catch (NotPermittedException e) {
      SystemCommand.run("ip", "netns", "del", name);
      return new Network(LOOPBACK, Optional.empty(), e.getMessage());
    }
  }

  /**
   * What a command line of the one that is apart begins with. Not {@code ip netns exec}: that gives
   * a process file systems of its own, and it would not see what is mounted after its start.
   */
  List<String> prefix() {
    return apart.map(name -> List.of("nsenter", "--net=/run/netns/" + name)).orElse(List.of());
  }

  /** Nothing goes through any more between the one that is apart and the others. */
  public void cut() {
    within("ip", "link", "set", inside(), "down");
  }

  /** All goes through again. */
  public void mend() {
    within("ip", "link", "set", inside(), "up");
  }

  private String inside() {
    return apart.orElseThrow().replace("kilter", "ks");
  }

  private void within(String... command) {
    List<String> line = new ArrayList<>(prefix());
    line.addAll(List.of(command));
    SystemCommand.run(line.toArray(String[]::new));
  }

  @Override
  public void close() {
    if (apart.isPresent()) {
      SystemCommand.run("ip", "netns", "del", apart.get());
    }
  }
}
