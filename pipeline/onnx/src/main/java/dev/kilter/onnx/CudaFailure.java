package dev.kilter.onnx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in words what is missing where ONNX Runtime does not get at a GPU. */
final class CudaFailure {
  private static final Pattern LIBRARY =
      Pattern.compile("(lib[\\w.+-]*\\.so[\\w.]*): cannot open shared object");
  private static final Pattern FAILURE = Pattern.compile("CUDA failure (\\d+): ([^;]*)");
  private static final String NO_PROVIDER = "Failed to find CUDA shared provider";

  private CudaFailure() {}

  /** Where the ONNX Runtime on the class path knows no GPU at all. */
  static String notBuiltIn() {
    return "the ONNX Runtime on its class path is the one without GPUs; build with -Pgpu, and put"
        + " onnxruntime_gpu in the place of onnxruntime into Flink's lib";
  }

  /**
   * What is missing, if a failure is one of the GPU and not of the network.
   *
   * @param message what ONNX Runtime says
   * @param device the number of the GPU that was asked for
   */
  static Optional<String> words(String message, int device) {
    Matcher library = LIBRARY.matcher(message);
    if (library.find()) {
      return Optional.of(missing(library.group(1)));
    }
    Matcher failure = FAILURE.matcher(message);
    if (failure.find()) {
      return Optional.of(failed(failure.group(1), failure.group(2).strip(), device));
    }
    return message.contains(NO_PROVIDER) ? Optional.of(notBuiltIn()) : Optional.empty();
  }

  private static String missing(String library) {
    return library.startsWith("libcuda.")
        ? "the driver of the GPU is missing (" + library + ")"
        : "the library " + library + " is missing; CUDA 12 and cuDNN 9 must be installed";
  }

  private static String failed(String number, String told, int device) {
    return switch (number) {
      case "2" -> "the memory of GPU " + device + " is used up";
      case "35" -> "the driver of the GPU is too old for CUDA 12 (" + told + ")";
      case "100" -> "there is no GPU (" + told + ")";
      case "101" -> "there is no GPU " + device + "; the first is number 0";
      default -> told + " (CUDA failure " + number + ")";
    };
  }
}
