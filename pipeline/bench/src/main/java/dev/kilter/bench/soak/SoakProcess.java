package dev.kilter.bench.soak;

import dev.kilter.bench.endurance.LongRun;
import dev.kilter.bench.endurance.LongRunQuestion;
import dev.kilter.bench.endurance.Sample;
import dev.kilter.bench.endurance.Sampling;
import dev.kilter.bench.process.Asked;
import dev.kilter.tools.embedded.ScratchFolder;
import java.util.Locale;
import org.apache.flink.configuration.Configuration;

/** The process that runs for long, with a heap of one size. */
final class SoakProcess {
  private static final int SAMPLES = 20;
  private static final double MEBIBYTE = 1 << 20;

  private SoakProcess() {}

  public static void main(String[] arguments) throws Exception {
    Asked asked = Asked.by(arguments);
    LongRunQuestion question = asked.question(LongRunQuestion.class);
    Sampling samples = new Sampling(SAMPLES, true, sample -> tell(sample, question));
    try (ScratchFolder scratch = ScratchFolder.create("kilter-soak-")) {
      asked.answer(new LongRun(question, scratch.path()).run(new Configuration(), samples));
    }
    System.exit(0); // Flink leaves threads.
  }

  private static void tell(Sample sample, LongRunQuestion question) {
    System.out.printf(
        Locale.ROOT,
        "%,12d events of %,d  heap %7.1f MiB  process %7.1f MiB  %.2f cores%n",
        sample.events(),
        question.events(),
        sample.heapBytes() / MEBIBYTE,
        sample.residentBytes() / MEBIBYTE,
        sample.cores(Sample.begin()));
  }
}
