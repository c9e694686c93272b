package dev.kilter.tools.pipeline;

import dev.kilter.onnx.Processor;
import dev.kilter.onnx.Provider;
import java.util.Locale;
import org.apache.flink.configuration.MemorySize;

/** Where networks run, for a person to read. */
final class ProcessorText {
  private ProcessorText() {}

  static String of(Processor processor) {
    if (!processor.wantsCuda()) {
      return "cpu";
    }
    String limit =
        processor.memoryLimitBytes() == 0
            ? ""
            : ", at most %s of its memory for a model"
                .formatted(new MemorySize(processor.memoryLimitBytes()).toHumanReadableString());
    return "gpu %d in %s%s%s"
        .formatted(
            processor.device(),
            processor.precision().name().toLowerCase(Locale.ROOT),
            limit,
            processor.provider() == Provider.AUTO ? ", or else the cpu" : "");
  }
}
