package dev.kilter.job.config;

import dev.kilter.onnx.Precision;
import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import java.util.Locale;
import java.util.function.Function;

/** Reads where networks run out of the section {@code runtime}. */
final class ProcessorSection {
  private static final int MOST_DEVICES = 64;

  private ProcessorSection() {}

  static Processor read(YamlSection runtime) {
    String provider = runtime.oneOf("provider", "cpu", "cpu", "cuda", "auto");
    boolean gpu = !provider.equals("cpu");
    int device = runtime.parsed("device", 0, onGpu(gpu, Parsers.integer(0, MOST_DEVICES - 1)));
    long limit = runtime.parsed("memory-limit", 0L, onGpu(gpu, Parsers::memory));
    Precision precision =
        runtime.parsed("precision", Precision.FLOAT32, text -> precision(text, gpu));
    return new Processor(
        Provider.valueOf(provider.toUpperCase(Locale.ROOT)), device, limit, precision);
  }

  private static <T> Function<String, T> onGpu(boolean gpu, Function<String, T> parser) {
    return text -> {
      if (!gpu) {
        throw new IllegalArgumentException(
            "left out, or go with provider: cuda or auto, since it is of a GPU");
      }
      return parser.apply(text);
    };
  }

  private static Precision precision(String text, boolean gpu) {
    if (text.equals("tf32") && gpu) {
      return Precision.TF32;
    }
    if (text.equals("float32")) {
      return Precision.FLOAT32;
    }
    throw new IllegalArgumentException(
        "float32, or tf32 on a GPU; a network runs in the numbers that it was exported in, and"
            + " those of a bundle are float32");
  }
}
