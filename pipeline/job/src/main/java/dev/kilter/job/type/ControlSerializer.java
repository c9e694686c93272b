package dev.kilter.job.type;

import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.control.RefusedControl;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what became of a record of the control topic: a message, or a dead letter. */
public final class ControlSerializer extends VersionedSerializer<DecodedControl> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  private static final int REFUSED = 0;
  private static final int SILENCE = 1;
  private static final int END_SILENCE = 2;
  private static final int FEEDBACK = 3;

  private final DecodedSerializer letters = new DecodedSerializer();

  /** Reads and writes the current format. */
  public ControlSerializer() {
    this(VERSION);
  }

  private ControlSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<DecodedControl> reading(int version) {
    return new ControlSerializer(version);
  }

  @Override
  protected void write(DecodedControl control, DataOutputView out) throws IOException {
    if (control instanceof RefusedControl refused) {
      out.writeByte(REFUSED);
      letters.serialize(refused.letter(), out);
    } else if (control instanceof HeardControl heard) {
      write(heard.message(), out);
      FeedbackFormat.write(heard.record(), out);
    }
  }

  @Override
  protected DecodedControl read(int version, DataInputView in) throws IOException {
    byte kind = in.readByte();
    return kind == REFUSED
        ? new RefusedControl((DeadLetter) letters.deserialize(in))
        : new HeardControl(message(kind, in), FeedbackFormat.readRecord(in));
  }

  private static void write(ControlMessage message, DataOutputView out) throws IOException {
    if (message instanceof ControlMessage.Silence silence) {
      out.writeByte(SILENCE);
      writeSilence(silence, out);
    } else if (message instanceof ControlMessage.EndSilence end) {
      out.writeByte(END_SILENCE);
      out.writeUTF(end.id());
      out.writeLong(end.fromMillis());
    } else if (message instanceof ControlMessage.GivenFeedback given) {
      out.writeByte(FEEDBACK);
      FeedbackFormat.write(given.feedback(), out);
    }
  }

  private static ControlMessage message(byte kind, DataInputView in) throws IOException {
    return switch (kind) {
      case SILENCE -> readSilence(in);
      case END_SILENCE -> new ControlMessage.EndSilence(in.readUTF(), in.readLong());
      case FEEDBACK -> new ControlMessage.GivenFeedback(FeedbackFormat.read(in));
      default -> throw new IOException("neither a control message nor a dead letter");
    };
  }

  private static void writeSilence(ControlMessage.Silence silence, DataOutputView out)
      throws IOException {
    out.writeUTF(silence.id());
    out.writeUTF(silence.entities().toString());
    out.writeInt(silence.detectors().size());
    for (String detector : silence.detectors()) {
      out.writeUTF(detector);
    }
    out.writeLong(silence.window().fromMillis());
    out.writeLong(silence.window().untilMillis());
    out.writeUTF(silence.reason());
    out.writeUTF(silence.by());
  }

  private static ControlMessage readSilence(DataInputView in) throws IOException {
    String id = in.readUTF();
    EntityPattern entities = EntityPattern.of(in.readUTF());
    int count = in.readInt();
    List<String> detectors = new ArrayList<>();
    for (int detector = 0; detector < count; detector++) {
      detectors.add(in.readUTF());
    }
    TimeWindow window = new TimeWindow(in.readLong(), in.readLong());
    return new ControlMessage.Silence(id, entities, detectors, window, in.readUTF(), in.readUTF());
  }
}
