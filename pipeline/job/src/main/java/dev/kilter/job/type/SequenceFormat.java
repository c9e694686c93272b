package dev.kilter.job.type;

import dev.kilter.health.Ailment;
import dev.kilter.sequence.Circumstances;
import dev.kilter.sequence.Sequence;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How a sequence is written. A change here is a new version of each format that has it. */
final class SequenceFormat {
  private SequenceFormat() {}

  static void write(Sequence sequence, DataOutputView out) throws IOException {
    EnvelopeFormat.writeSubject(sequence.subject(), out);
    out.writeLong(sequence.fromMillis());
    out.writeLong(sequence.timeMillis());
    Encoding.writeFloats(sequence.values(), out);
    Encoding.writeFlags(sequence.mask(), out);
    out.writeInt(sequence.channels());
    Encoding.writeOffsets(sequence.offsets(), out);
    write(sequence.circumstances(), out);
  }

  static Sequence read(DataInputView in) throws IOException {
    Sequence plain = readPlain(in);
    return new Sequence(
        plain.subject(),
        plain.fromMillis(),
        plain.timeMillis(),
        plain.values(),
        plain.mask(),
        plain.channels(),
        plain.offsets(),
        readCircumstances(in));
  }

  /** As it was when nothing was said of the circumstances. */
  static Sequence readPlain(DataInputView in) throws IOException {
    return new Sequence(
        EnvelopeFormat.readSubject(in),
        in.readLong(),
        in.readLong(),
        Encoding.readFloats(in),
        Encoding.readFlags(in),
        in.readInt(),
        Encoding.readOffsets(in));
  }

  private static void write(Circumstances circumstances, DataOutputView out) throws IOException {
    out.writeLong(circumstances.lateUpToMillis());
    out.writeInt(circumstances.health().size());
    for (Ailment ailment : circumstances.health()) {
      out.writeByte(Compact.kind(ailment.kind()));
      out.writeBoolean(ailment.channel() != null);
      if (ailment.channel() != null) {
        out.writeUTF(ailment.channel());
      }
      out.writeLong(ailment.sinceMillis());
    }
  }

  private static Circumstances readCircumstances(DataInputView in) throws IOException {
    long lateUpToMillis = in.readLong();
    int count = in.readInt();
    List<Ailment> health = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      health.add(
          new Ailment(
              Compact.kind(in.readByte()), in.readBoolean() ? in.readUTF() : null, in.readLong()));
    }
    return new Circumstances(lateUpToMillis, health);
  }
}
