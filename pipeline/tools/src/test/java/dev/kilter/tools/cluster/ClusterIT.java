package dev.kilter.tools.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.pipeline.PipelineTopics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** The job jar on a Flink cluster of processes of their own, as the README tells it. */
class ClusterIT {
  private static final Path JAR = Path.of("..", "job", "target", "kilter-job.jar");
  private static final Path PIPELINE = Path.of("src", "test", "resources", "two-channels.yaml");
  private static final Pattern JOB = Pattern.compile("JobID ([0-9a-f]{32})");
  private static final Pattern SAVEPOINT = Pattern.compile("Path: (\\S+)");
  private static final int PUMPS = 2;
  private static final int HELD_BACK_SECONDS = 3;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void anIncidentThatOpensBeforeAnUpgradeClosesAfterIt() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.start();
        FlinkCluster cluster = FlinkCluster.start(folder.resolve("flink"))) {
      PipelineTopics topics = PipelineTopics.create(broker, "cluster", folder.resolve("state"));
      topics.write(events(topics, 0, 30));
      String job = run(cluster, topics);
      topics.read("scores", judged(30));

      String savepoint = stop(cluster, job);
      topics.write(events(topics, 30, 60));
      run(cluster, topics, "--fromSavepoint", savepoint);

      topics.read("scores", judged(60));
      assertThat(topics.readTexts("alerts", 3))
          .satisfiesExactly(
              opened -> assertThat(opened).contains("\"revision\":1,\"status\":\"open\""),
              worse -> assertThat(worse).contains("\"revision\":2,\"status\":\"open\""),
              closed -> assertThat(closed).contains("\"revision\":3,\"status\":\"closed\""));
    }
  }

  private String run(FlinkCluster cluster, PipelineTopics topics, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("run", "--detached"));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of(JAR.toString(), PIPELINE.toString()));
    String printed = cluster.flink(environment(topics), arguments.toArray(String[]::new));
    return found(JOB, printed);
  }

  private String stop(FlinkCluster cluster, String job) throws IOException, InterruptedException {
    String target = Files.createDirectories(folder.resolve("savepoints")).toUri().toString();
    return found(SAVEPOINT, cluster.flink(Map.of(), "stop", "--savepointPath", target, job));
  }

  private static Map<String, String> environment(PipelineTopics topics) {
    return Map.of(
        "KAFKA_BOOTSTRAP", topics.broker().bootstrap(),
        "PREFIX", topics.prefix(),
        "CHECKPOINT_DIR", topics.checkpoints().toUri().toString());
  }

  private static String found(Pattern pattern, String printed) {
    Matcher matcher = pattern.matcher(printed);
    assertThat(matcher.find()).as("%s in: %s", pattern, printed).isTrue();
    return matcher.group(1);
  }

  private static int judged(int seconds) {
    return PUMPS * (seconds - HELD_BACK_SECONDS - 1);
  }

  /** Two pumps, each in a partition of its own; the first is hot from second 20 to 40. */
  private static List<ProducerRecord<byte[], byte[]>> events(
      PipelineTopics topics, int from, int to) {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int second = from; second < to; second++) {
      events.add(topics.event(0, second, second >= 20 && second < 40 ? 9 : 0.5));
      events.add(topics.event(1, second, 0.5));
    }
    return events;
  }
}
