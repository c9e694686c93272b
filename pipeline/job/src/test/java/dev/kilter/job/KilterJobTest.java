package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.job.kafka.TopicFacts;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.kryo.KryoSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The job as it is handed to Flink. */
class KilterJobTest {

  @Test
  void noTaskReadsNothing() {
    assertThat(KilterJob.sourceTasks(8, 3)).isEqualTo(3);
    assertThat(KilterJob.sourceTasks(2, 3)).isEqualTo(2);
    assertThat(KilterJob.sourceTasks(-1, 3)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-channels.yaml", "halls.yaml"})
  void everyOperatorHasAUidAndAName(String file) {
    assertThat(operators(file))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            operator -> {
              assertThat(operator.getTransformationUID()).as(operator.toString()).isNotNull();
              assertThat(operator.getOperatorName()).isNotBlank();
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-channels.yaml", "halls.yaml"})
  void noTwoOperatorsShareAUid(String file) {
    assertThat(operators(file))
        .extracting(StreamNode::getTransformationUID)
        .doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"two-channels.yaml", "halls.yaml"})
  void noStreamFallsToKryo(String file) {
    assertThat(operators(file).stream().flatMap(KilterJobTest::serializers))
        .hasSizeGreaterThan(8)
        .noneMatch(KryoSerializer.class::isInstance);
  }

  @ParameterizedTest
  @MethodSource("types")
  void noTypeFallsToKryoNotEvenWithin(TypeInformation<?> type) {
    SerializerConfigImpl withoutKryo = new SerializerConfigImpl();
    withoutKryo.setGenericTypes(false);

    assertThat(type.createSerializer(withoutKryo)).isNotInstanceOf(KryoSerializer.class);
  }

  @Test
  void stagesBehindTheKeyAreOneTask() {
    assertThat(vertices("two-channels.yaml"))
        .anyMatch(task -> task.startsWith("sequence -> score -> judge -> (alerts"));
  }

  @Test
  void groupsAreATaskOfTheirOwnAndAlertsAreWrittenWhereTheyAreMade() {
    assertThat(vertices("halls.yaml"))
        .anyMatch(task -> task.startsWith("sequence -> score -> judge -> (alerts"))
        .anyMatch(task -> task.startsWith("group -> groups"));
  }

  @Test
  void whereNobodyAsksForGroupsNothingIsThereForThem() {
    assertThat(operators("two-channels.yaml"))
        .extracting(StreamNode::getTransformationUID)
        .noneMatch(uid -> uid.startsWith("group"));
  }

  @Test
  void exactlyOnceIsTheSameTasksSoThatAFileMayChangeToIt() {
    StreamExecutionEnvironment atLeastOnce = environment("halls.yaml", Map.of());
    StreamExecutionEnvironment exactlyOnce =
        environment("halls.yaml", Map.of("DELIVERY", "exactly-once"));

    assertThat(uids(exactlyOnce)).isEqualTo(uids(atLeastOnce)).contains("Sink Committer: alerts");
    assertThat(vertices(exactlyOnce)).isEqualTo(vertices(atLeastOnce));
  }

  @Test
  void withoutAPipelineFileMainSaysWhatItNeeds() {
    assertThatThrownBy(() -> KilterJob.main(new String[0]))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("pipeline file");
  }

  @Test
  void aPipelineThatWouldJudgeNothingIsNotStarted() {
    PipelineConfig config = TestPipelines.twoChannels().config();
    PipelineConfig blind =
        new PipelineConfig(
            config.name(),
            config.kafka(),
            config.events(),
            config.time(),
            config.health(),
            config.checkpoints(),
            config.delivery(),
            List.of(),
            config.runtime(),
            null,
            List.of());

    assertThatThrownBy(
            () -> KilterJob.build(StreamExecutionEnvironment.getExecutionEnvironment(), blind))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no detectors");
  }

  static Stream<TypeInformation<?>> types() {
    return KilterTypes.all().stream();
  }

  /** The tasks by what is chained in them. */
  private static List<String> vertices(String file) {
    return vertices(environment(file, Map.of()));
  }

  private static List<String> vertices(StreamExecutionEnvironment env) {
    List<String> names = new ArrayList<>();
    env.getStreamGraph(false)
        .getJobGraph()
        .getVertices()
        .forEach(vertex -> names.add(vertex.getName()));
    return names;
  }

  private static List<String> uids(StreamExecutionEnvironment env) {
    return env.getStreamGraph(false).getStreamNodes().stream()
        .map(StreamNode::getTransformationUID)
        .sorted()
        .toList();
  }

  private static Collection<StreamNode> operators(String file) {
    return environment(file, Map.of()).getStreamGraph().getStreamNodes();
  }

  private static Stream<TypeSerializer<?>> serializers(StreamNode operator) {
    return Stream.<TypeSerializer<?>>concat(
            Arrays.stream(operator.getTypeSerializersIn()),
            Stream.of(operator.getTypeSerializerOut()))
        .filter(Objects::nonNull);
  }

  private static StreamExecutionEnvironment environment(
      String file, Map<String, String> variables) {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    PipelinePlan plan = TestPipelines.read(file, variables);
    KilterJob.assemble(env, plan, new KafkaEndpoints(plan.config(), new TopicFacts(1 << 20, 2)));
    return env;
  }
}
