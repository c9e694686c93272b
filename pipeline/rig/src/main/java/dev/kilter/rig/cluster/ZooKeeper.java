package dev.kilter.rig.cluster;

import dev.kilter.rig.process.Launch;
import dev.kilter.rig.process.Node;
import dev.kilter.tools.embedded.FreePort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The ZooKeeper that says which job manager leads; it comes with Flink.
 *
 * @param quorum where it listens, as {@code host:port}
 */
record ZooKeeper(Node node, String quorum) {
  private static final String MAIN =
      "org.apache.flink.shaded.zookeeper3.org.apache.zookeeper.server.ZooKeeperServerMain";

  private static final String CONFIG =
      """
      tickTime=1000
      dataDir=%s
      clientPort=%d
      clientPortAddress=%s
      admin.enableServer=false
      """;

  static ZooKeeper create(Jars jars, String address, Path folder) throws IOException {
    int port = FreePort.find();
    Path data = Files.createDirectories(folder.resolve("data"));
    Path file = folder.resolve("zoo.cfg");
    Files.writeString(file, CONFIG.formatted(data, port, address));
    List<String> command = List.of("-Xmx128m", Logging.option(folder), MAIN, file.toString());
    return new ZooKeeper(
        new Node(new Launch("zookeeper", jars.flink(), command, Map.of(), folder)),
        address + ":" + port);
  }
}
