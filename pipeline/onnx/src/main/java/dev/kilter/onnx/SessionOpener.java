package dev.kilter.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import java.util.Optional;

/** Opens native sessions on the processor that is wanted. */
final class SessionOpener {
  private final byte[] network;
  private final Processor processor;

  private SessionOpener(byte[] network, Processor processor) {
    this.network = network;
    this.processor = processor;
  }

  /**
   * Opens a session.
   *
   * @throws OrtException when ONNX Runtime does not take the network
   * @throws CudaError when there must be a GPU and there is none
   */
  static OpenedSession open(byte[] network, Processor processor) throws OrtException {
    SessionOpener opener = new SessionOpener(network, processor);
    return switch (processor.provider()) {
      case CPU -> opener.onCpu(null);
      case CUDA -> opener.onCuda();
      case AUTO -> opener.whereItCan();
    };
  }

  private OpenedSession whereItCan() throws OrtException {
    try {
      return onCuda();
    } catch (CudaError e) {
      return onCpu(e.why());
    }
  }

  private OpenedSession onCpu(String whyNotOnCuda) throws OrtException {
    try (OrtSession.SessionOptions options = singleThreaded()) {
      OrtSession session = OnnxEnvironment.get().createSession(network, options);
      return OpenedSession.onCpu(session, processor.thread(), whyNotOnCuda);
    }
  }

  private OpenedSession onCuda() throws OrtException {
    OrtEnvironment environment = OnnxEnvironment.get();
    if (!OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA)) {
      throw new CudaError(CudaFailure.notBuiltIn());
    }
    try (OrtSession.SessionOptions options = singleThreaded()) {
      addCuda(options);
      return OpenedSession.onCuda(environment.createSession(network, options));
    } catch (OrtException e) {
      throw new CudaError(words(e).orElseThrow(() -> e));
    }
  }

  /** Until the network comes in, all that fails is the GPU. */
  private void addCuda(OrtSession.SessionOptions options) {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(processor.device())) {
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      cuda.add("use_tf32", processor.precision() == Precision.TF32 ? "1" : "0");
      if (processor.memoryLimitBytes() > 0) {
        cuda.add("gpu_mem_limit", String.valueOf(processor.memoryLimitBytes()));
      }
      options.addCUDA(cuda);
    } catch (OrtException e) {
      throw new CudaError(words(e).orElse("ONNX Runtime says: " + e.getMessage()));
    }
  }

  private Optional<String> words(OrtException e) {
    return CudaFailure.words(e.getMessage(), processor.device());
  }

  /** One thread, which waits without spinning: the default is all cores, for each session. */
  static OrtSession.SessionOptions singleThreaded() throws OrtException {
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(1);
    options.setInterOpNumThreads(1);
    options.setOptimizationLevel(OptLevel.ALL_OPT);
    options.addConfigEntry("session.intra_op.allow_spinning", "0");
    options.addConfigEntry("session.inter_op.allow_spinning", "0");
    return options;
  }
}
