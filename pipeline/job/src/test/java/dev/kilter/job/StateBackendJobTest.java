package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** Where state is kept changes nothing in what is said. */
class StateBackendJobTest {
  private static final int ENTITIES = 40;
  private static final int SECONDS = 60;

  @Test
  void onRocksDbTheAlertsAndScoresAreThoseOnTheHeap() throws Exception {
    TestRun onHeap = TestRun.of(events(), pipeline("heap"), 2);
    TestRun onRocksDb = TestRun.of(events(), pipeline("rocksdb"), 2);

    assertThat(onHeap.alertLines()).hasSizeGreaterThan(ENTITIES);
    assertThat(onRocksDb.alertLines()).isEqualTo(onHeap.alertLines());
    assertThat(onRocksDb.scores()).hasSameSizeAs(onHeap.scores());
  }

  @Test
  void theJobIsToldWhereStateIsKept() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment();
    JobSettings.apply(env, pipeline("rocksdb").config());
    assertThat(env.getConfiguration().get(StateBackendOptions.STATE_BACKEND)).isEqualTo("rocksdb");
    assertThat(env.getConfiguration().get(CheckpointingOptions.INCREMENTAL_CHECKPOINTS)).isTrue();
  }

  private static PipelinePlan pipeline(String state) {
    return TestPipelines.read("two-channels.yaml", Map.of("STATE", state));
  }

  /** Each entity calm, odd for a while at a time of its own, and calm again. */
  private static List<Decoded> events() {
    Random random = new Random(11);
    List<Decoded> events = new ArrayList<>();
    for (int second = 0; second < SECONDS; second++) {
      for (int entity = 0; entity < ENTITIES; entity++) {
        boolean odd = second > entity && second < entity + 8;
        double[] values = {odd ? 9 : random.nextDouble(), random.nextDouble()};
        events.add(
            new Event("pump-" + entity, second * 1_000L, values, 0, second * ENTITIES + entity, 0));
      }
    }
    return events;
  }
}
