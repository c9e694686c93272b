package dev.kilter.bench.network;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.kilter.onnx.ModelBundle;

/** Loads networks into ONNX Runtime, with default options and with one thread. */
public final class Sessions {
  private Sessions() {}

  /** The one ONNX Runtime of this process, whoever started it. */
  public static OrtEnvironment environment() {
    return OrtEnvironment.getEnvironment();
  }

  /** With the options there are if nobody says anything: a thread for each core. */
  public static OrtSession standard(ModelBundle bundle) throws OrtException {
    return environment().createSession(bundle.network());
  }

  /** With no thread but the caller's. */
  public static OrtSession singleThreaded(ModelBundle bundle) throws OrtException {
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      options.addConfigEntry("session.intra_op.allow_spinning", "0");
      options.addConfigEntry("session.inter_op.allow_spinning", "0");
      return environment().createSession(bundle.network(), options);
    }
  }
}
