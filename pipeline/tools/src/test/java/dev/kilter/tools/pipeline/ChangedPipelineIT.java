package dev.kilter.tools.pipeline;

import static dev.kilter.tools.pipeline.HotPumps.events;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.resume.Outcome;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.Restoration;
import dev.kilter.job.resume.Savepoint;
import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.embedded.EmbeddedFlink;
import dev.kilter.tools.embedded.FlinkOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline that runs is stopped, its file is changed, and it is to go on from its state. */
class ChangedPipelineIT {
  private static final int PUMPS = HotPumps.COUNT;
  private static final int HALF = 34;
  private static final int SECONDS = 60;
  private static final int HELD_BACK_SECONDS = 4;

  @TempDir private static Path folder;

  private static EmbeddedBroker broker;
  private static PipelineTopics topics;
  private static String savepoint;
  private static String checkpoint;

  @BeforeAll
  static void stopInTheMiddle() throws Exception {
    broker = EmbeddedBroker.start();
    topics = PipelineTopics.create(broker, "changing", folder);
    broker.createTopic("changing-control", 1, Map.of());
    broker.createTopic("changing-feedback", 1, Map.of());
    topics.write(events(topics, 0, HALF));
    try (EmbeddedFlink flink = start(topics.config("changing.yaml"), null)) {
      topics.read("scores", PUMPS * (HALF - HELD_BACK_SECONDS));
      savepoint = flink.stopWithSavepoint(folder.resolve("savepoints").toUri().toString());
    }
    checkpoint = checkpointBehind(savepoint);
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  /** The one it made while it ran on from there; it stays though the pipeline is gone. */
  private static String checkpointBehind(String start) throws Exception {
    try (EmbeddedFlink flink = start(topics.config("changing.yaml"), start)) {
      flink.awaitRunning();
      while (checkpoints().isEmpty()) {
        flink.check();
      }
    }
    return checkpoints().get(checkpoints().size() - 1);
  }

  private static List<String> checkpoints() throws Exception {
    try (Stream<Path> files = Files.find(folder, 3, ChangedPipelineIT::isCheckpoint)) {
      return files.map(file -> file.getParent().toUri().toString()).sorted().toList();
    }
  }

  private static boolean isCheckpoint(Path file, Object attributes) {
    return file.endsWith("_metadata")
        && file.getParent().getFileName().toString().startsWith("chk");
  }

  @Test
  void underTheSameFileAllIsKept() throws Exception {
    assertThat(held(savepoint, topics.config("changing.yaml")).fates())
        .hasSizeGreaterThan(6)
        .allMatch(fate -> fate.outcome() == Outcome.KEPT);
  }

  @Test
  void underAChangedFileTheJobGoesOnAsIsSaid() throws Exception {
    PipelineConfig changed = topics.config("changed.yaml");
    assertThat(held(savepoint, changed).fates())
        .extracting(fate -> fate.outcome().label() + " " + fate.part())
        .containsExactly(
            "kept pipeline changing",
            "kept formats",
            "kept events topic changing-events",
            "dropped control topic changing-control",
            "dropped groups topic changing-groups",
            "dropped feedback topic changing-feedback",
            "dropped scores topic changing-scores",
            "anew channel pressure",
            "kept channel vibration",
            "kept channel temperature",
            "anew detector others",
            "kept detector pumps",
            "kept state of entities");

    topics.write(events(topics, HALF, SECONDS));
    try (EmbeddedFlink flink = start(changed, savepoint)) {
      List<String> alerts = topics.readTexts("alerts", 3 * PUMPS);
      flink.check();

      assertThat(alerts).hasSize(3 * PUMPS);
      assertThat(alerts.subList(3 * PUMPS - 1, 3 * PUMPS))
          .allMatch(alert -> alert.contains("\"status\":\"closed\""));
    }
  }

  @Test
  void whatIsRefusedIsRefusedAtTheStartInTheSameWords() throws Exception {
    PipelineConfig other = topics.config("changing.yaml", Map.of("NAME", "others"));
    Restoration restoration = held(savepoint, other);
    String words =
        "pipeline others: the state is of pipeline changing, and the name is part of every"
            + " incident's id: name it changing again, or start without this state";
    assertThat(restoration.isRefused()).isTrue();
    assertThat(restoration.fates()).extracting(Object::toString).contains(words);

    assertThatThrownBy(() -> start(other, savepoint))
        .isInstanceOf(UserError.class)
        .hasMessage("The pipeline cannot go on from " + savepoint + ":\n  " + words + ".");
  }

  @Test
  void aCheckpointIsOnlyForWhatHasKeptIt() throws Exception {
    PipelineConfig onHeap = topics.config("changing.yaml");
    PipelineConfig onRocksDb = topics.config("changing.yaml", Map.of("STATE", "rocksdb"));

    assertThat(held(savepoint, onRocksDb).isRefused()).isFalse();
    assertThat(held(checkpoint, onHeap).isRefused()).isFalse();
    assertThatThrownBy(() -> start(onRocksDb, checkpoint))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(
            "state of entities: a checkpoint of heap is read by that alone, and checkpoints.state is"
                + " rocksdb: go on with heap, stop with a savepoint, and go on from that.");
  }

  private static Restoration held(String state, PipelineConfig config) throws Exception {
    PipelinePlan plan = PipelinePlan.resolve(config);
    String backend =
        config.checkpoints().state() == null ? null : config.checkpoints().state().flinkName();
    return Restoration.of(Savepoint.read(state), PipelineFacts.of(plan), backend);
  }

  private static EmbeddedFlink start(PipelineConfig config, String restore) throws Exception {
    Path scratch = Files.createDirectories(folder.resolve("flink"));
    return EmbeddedFlink.start(config, new FlinkOptions(1, scratch, 0, restore));
  }
}
