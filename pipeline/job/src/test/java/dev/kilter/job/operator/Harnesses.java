package dev.kilter.job.operator;

import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** Sets up keyed operators on their own, with the serializers they have in the job. */
final class Harnesses {
  private Harnesses() {}

  static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> opened(
      KeyedProcessFunction<String, I, O> function,
      KeySelector<I, String> key,
      TypeInformation<O> type)
      throws Exception {
    var harness = setUp(function, key, type, new MockEnvironmentBuilder().build());
    harness.open();
    return harness;
  }

  static <I, O> KeyedOneInputStreamOperatorTestHarness<String, I, O> setUp(
      KeyedProcessFunction<String, I, O> function,
      KeySelector<I, String> key,
      TypeInformation<O> type,
      MockEnvironment environment)
      throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(function), key, Types.STRING, environment);
    harness.setup(type.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }

  /** The score stage, set up and not yet open. */
  static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      scoring(ScoreSequences operator) throws Exception {
    return scoring(operator, new MockEnvironmentBuilder().build());
  }

  static KeyedOneInputStreamOperatorTestHarness<String, Envelope<Sequence>, Envelope<Score>>
      scoring(ScoreSequences operator, MockEnvironment environment) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            operator, Envelope::entity, Types.STRING, environment);
    harness.setup(
        KilterTypes.SCORES.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    return harness;
  }
}
