package dev.kilter.rig.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The TCP connections of this machine, as Linux counts them. */
final class Connections {
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));
  private static final int HEXADECIMAL = 16;
  private static final String ESTABLISHED = "01";

  private Connections() {}

  /** Whether somebody is connected to this port. */
  static boolean isAnyTo(int port) throws IOException {
    for (Path table : TABLES) {
      List<String> lines = Files.readAllLines(table);
      if (lines.stream().skip(1).map(String::strip).anyMatch(line -> isTo(port, line))) {
        return true;
      }
    }
    return false;
  }

  /** A line is number, own address, the other's, state. */
  private static boolean isTo(int port, String line) {
    String[] columns = line.split("\\s+", -1);
    String own = columns[1];
    int ownPort = Integer.parseInt(own.substring(own.indexOf(':') + 1), HEXADECIMAL);
    return ownPort == port && columns[3].equals(ESTABLISHED);
  }
}
