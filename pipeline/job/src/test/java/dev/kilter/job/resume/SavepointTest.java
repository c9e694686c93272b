package dev.kilter.job.resume;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.TestPipelines;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Savepoints that are not what they should be; those that are come from a pipeline that ran. */
class SavepointTest {
  @TempDir private Path folder;

  @Test
  void oneThatSaysNothingOfItsPipelineFileIsRefusedBeforeTheStart() throws Exception {
    try (OutputStream out = Files.newOutputStream(folder.resolve("_metadata"))) {
      Checkpoints.storeCheckpointMetadata(
          new CheckpointMetadata(1, List.of(), List.of(), null), out);
    }
    assertThatThrownBy(() -> ResumeCheck.check(environment(), TestPipelines.twoChannels()))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The pipeline cannot go on from "
                + folder
                + ":\n  pipeline file: the state does not say under which it was kept: it is not"
                + " Kilter's, or of a build before 0.1.0. Start without it.");
  }

  /** Flink may know a later one, and says itself what it cannot find. */
  @Test
  void oneThatCannotBeReadHereIsLeftToFlink() throws Exception {
    assertThatCode(() -> ResumeCheck.check(environment(), TestPipelines.twoChannels()))
        .doesNotThrowAnyException();

    Files.writeString(folder.resolve("_metadata"), "no savepoint");
    assertThatThrownBy(() -> Savepoint.read(folder.toString())).isInstanceOf(IOException.class);
    assertThatCode(() -> ResumeCheck.check(environment(), TestPipelines.twoChannels()))
        .doesNotThrowAnyException();
  }

  @Test
  void factsOfAnotherTimeAreNotGuessedAt() {
    byte[] facts =
        "{\"format\":2,\"kilter\":{\"version\":\"9.1\"}}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> FactsJson.read(facts))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "The state was kept by Kilter 9.1, which says of its pipeline file in format 2; this"
                + " build reads format 1. Go on with the build that wrote it.");
  }

  @Test
  void stateThatIsDividedOtherwiseIsRefused() {
    PipelineFacts facts = PipelineFacts.of(TestPipelines.twoChannels()).keptBy("hashmap");
    assertThat(
            Restoration.of(
                    new Savepoint("there", facts, StateForm.CANONICAL, 128), facts, "hashmap")
                .fates())
        .filteredOn(fate -> fate.outcome() == Outcome.REFUSED)
        .extracting(Object::toString)
        .containsExactly(
            "state of entities: is divided into 128 parts, and this build divides it into 512: go"
                + " on with the build that wrote it");
  }

  private StreamExecutionEnvironment environment() {
    Configuration settings = new Configuration();
    settings.set(StateRecoveryOptions.SAVEPOINT_PATH, folder.toString());
    return StreamExecutionEnvironment.getExecutionEnvironment(settings);
  }
}
