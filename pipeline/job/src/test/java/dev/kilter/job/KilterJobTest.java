package dev.kilter.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.kafka.KafkaEndpoints;
import dev.kilter.job.kafka.TopicFacts;
import dev.kilter.job.type.KilterTypes;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
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

/** The job as it is handed to Flink. */
class KilterJobTest {

  @Test
  void noTaskReadsNothing() {
    assertThat(KilterJob.sourceTasks(8, 3)).isEqualTo(3);
    assertThat(KilterJob.sourceTasks(2, 3)).isEqualTo(2);
    assertThat(KilterJob.sourceTasks(-1, 3)).isEqualTo(1);
  }

  @Test
  void everyOperatorHasAUidAndAName() {
    assertThat(operators())
        .hasSizeGreaterThan(8)
        .allSatisfy(
            operator -> {
              assertThat(operator.getTransformationUID()).as(operator.toString()).isNotNull();
              assertThat(operator.getOperatorName()).isNotBlank();
            });
  }

  @Test
  void noTwoOperatorsShareAUid() {
    assertThat(operators()).extracting(StreamNode::getTransformationUID).doesNotHaveDuplicates();
  }

  @Test
  void noStreamFallsToKryo() {
    assertThat(operators().stream().flatMap(KilterJobTest::serializers))
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
    var vertices = environment().getStreamGraph().getJobGraph().getVertices();

    assertThat(vertices)
        .anySatisfy(
            vertex ->
                assertThat(vertex.getName()).startsWith("sequence -> score -> judge -> (alerts"));
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
            List.of(),
            config.runtime());

    assertThatThrownBy(
            () -> KilterJob.build(StreamExecutionEnvironment.getExecutionEnvironment(), blind))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no detectors");
  }

  static Stream<TypeInformation<?>> types() {
    return KilterTypes.all().stream();
  }

  private static Collection<StreamNode> operators() {
    return environment().getStreamGraph().getStreamNodes();
  }

  private static Stream<TypeSerializer<?>> serializers(StreamNode operator) {
    return Stream.<TypeSerializer<?>>concat(
            Arrays.stream(operator.getTypeSerializersIn()),
            Stream.of(operator.getTypeSerializerOut()))
        .filter(Objects::nonNull);
  }

  private static StreamExecutionEnvironment environment() {
    StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2);
    PipelinePlan plan = TestPipelines.twoChannels();
    KilterJob.assemble(env, plan, new KafkaEndpoints(plan.config(), new TopicFacts(1 << 20, 2)));
    return env;
  }
}
