package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.job.kafka.TopicFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** What is deployed on Kubernetes is a pipeline, and only what may be scaled is scaled there. */
class KubernetesTest {
  private static final Path K8S = Path.of("../../k8s");
  private static final Map<String, String> VARIABLES =
      Map.of("KAFKA_BOOTSTRAP", "kafka:9093", "KAFKA_JAAS_CONFIG", "none");

  @Test
  void theTaskThatHearsPeopleStaysOne() throws IOException {
    String overlay = Files.readString(K8S.resolve("overlays/prod/deployment.yaml"));

    assertThat(overlay)
        .contains("job.autoscaler.vertex.exclude.ids: " + task("Source: control").getID());
  }

  private static JobVertex task(String name) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    PipelineConfig config = PipelineConfig.load(K8S.resolve("base/pipeline.yaml"), VARIABLES);
    PipelinePlan plan = PipelinePlan.resolve(config);
    KilterJob.assemble(env, plan, new KafkaEndpoints(config, new TopicFacts(1 << 20, 2)));
    return StreamSupport.stream(
            env.getStreamGraph(false).getJobGraph().getVertices().spliterator(), false)
        .filter(vertex -> vertex.getName().startsWith(name))
        .findFirst()
        .orElseThrow();
  }
}
