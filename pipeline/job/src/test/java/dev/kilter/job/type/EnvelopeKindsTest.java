package dev.kilter.job.type;

import static dev.kilter.job.type.Comparison.assertSame;

import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;

class EnvelopeKindsTest {
  private final SequenceEnvelopeSerializer serializer = new SequenceEnvelopeSerializer();

  @Test
  void aSilenceIsReadBack() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      if (new Samples(seed).sequences() instanceof Envelope.Judgeable<Sequence> judgeable) {
        assertReadBack(judgeable.under("s-1"));
      }
    }
  }

  @Test
  void whatWasHeardIsReadBack() throws IOException {
    for (long seed = 0; seed < 50; seed++) {
      Samples samples = new Samples(seed);
      assertReadBack(
          new Envelope.Heard<>(
              samples.subject(), samples.random.nextLong(), ControlSamples.received(samples)));
    }
  }

  private void assertReadBack(Envelope<Sequence> envelope) throws IOException {
    byte[] bytes = Format.written(serializer, envelope);
    assertSame(serializer.deserialize(new DataInputDeserializer(bytes)), envelope);
  }
}
