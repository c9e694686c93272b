package dev.kilter.bench.cores;

import dev.kilter.bench.measure.BareNetworkBenchmark;
import dev.kilter.bench.measure.TasksBenchmark;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What one process measures on one or two cores.
 *
 * @param subject Kilter, or the network alone
 * @param model the model's name
 * @param cores so many cores, and as many tasks or threads
 */
record CoresTrial(Subject subject, String model, int cores) {
  private static final int BATCH = 32;

  /** What is measured. */
  enum Subject {
    KILTER("kilter"),
    BARE("bare, batches of " + BATCH);

    private final String label;

    Subject(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** What JMH is told of it. */
  ChainedOptionsBuilder options() {
    OptionsBuilder options = new OptionsBuilder();
    options.param("model", model);
    switch (subject) {
      case KILTER ->
          options.include(sequences(TasksBenchmark.class)).param("tasks", String.valueOf(cores));
      case BARE ->
          options
              .include(sequences(BareNetworkBenchmark.class))
              .param("batch", String.valueOf(BATCH))
              .threads(cores);
    }
    return options;
  }

  private static String sequences(Class<?> benchmark) {
    return "^" + benchmark.getName() + ".sequences$";
  }
}
