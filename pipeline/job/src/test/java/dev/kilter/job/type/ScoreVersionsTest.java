package dev.kilter.job.type;

import static dev.kilter.job.type.Comparison.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Scores as each version wrote them. */
class ScoreVersionsTest {
  private static final Score SCORE =
      new Score(
          1,
          2,
          3.5,
          new float[] {4},
          new float[] {5},
          new float[] {6},
          List.of(new OffsetRange(7, 8, 9)));

  @Test
  void inTheFirstAScoreHasNoClasses() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    writeFirst(out);
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertSame(new ScoreEnvelopeSerializer().reading(1).deserialize(in), envelope(SCORE));
    assertThat(in.available()).isZero();
  }

  @Test
  void inTheSecondTheyStandBehindIt() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    writeFirst(out);
    out.writeInt(2);
    out.writeFloat(0.75f);
    out.writeFloat(0.25f);
    Envelope<Score> classified = envelope(SCORE.classified(new float[] {0.75f, 0.25f}));
    DataInputDeserializer in = new DataInputDeserializer(out.getCopyOfBuffer());
    assertSame(new ScoreEnvelopeSerializer().reading(2).deserialize(in), classified);
    assertThat(in.available()).isZero();
  }

  private static Envelope<Score> envelope(Score score) {
    return new Envelope.Judgeable<>(new Subject("pumps", "pump-1", true), 2, score);
  }

  private static void writeFirst(DataOutputSerializer out) throws IOException {
    out.writeByte(0);
    out.writeUTF("pumps");
    out.writeUTF("pump-1");
    out.writeBoolean(true);
    out.writeLong(2);
    out.writeLong(1);
    out.writeLong(2);
    out.writeDouble(3.5);
    for (float value : new float[] {4, 5, 6}) {
      out.writeInt(1);
      out.writeFloat(value);
    }
    out.writeInt(1);
    out.writeInt(7);
    out.writeLong(8);
    out.writeLong(9);
  }
}
