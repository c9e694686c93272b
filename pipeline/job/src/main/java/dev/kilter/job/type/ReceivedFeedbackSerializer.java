package dev.kilter.job.type;

import dev.kilter.event.ReceivedFeedback;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes what people have said that is to be heard later. */
public final class ReceivedFeedbackSerializer extends VersionedSerializer<ReceivedFeedback> {
  private static final long serialVersionUID = 1L;
  private static final int VERSION = 1;

  /** Reads and writes the current format. */
  public ReceivedFeedbackSerializer() {
    this(VERSION);
  }

  private ReceivedFeedbackSerializer(int readVersion) {
    super(readVersion);
  }

  @Override
  protected int currentVersion() {
    return VERSION;
  }

  @Override
  protected VersionedSerializer<ReceivedFeedback> reading(int version) {
    return new ReceivedFeedbackSerializer(version);
  }

  @Override
  protected void write(ReceivedFeedback feedback, DataOutputView out) throws IOException {
    FeedbackFormat.write(feedback, out);
  }

  @Override
  protected ReceivedFeedback read(int version, DataInputView in) throws IOException {
    return FeedbackFormat.readReceived(in);
  }
}
