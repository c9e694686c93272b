package dev.kilter.bench.entities;

import dev.kilter.bench.endurance.LongRun;
import dev.kilter.bench.endurance.Sampling;
import dev.kilter.bench.process.Asked;
import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;

/** The process that runs many entities in a task manager's memory. */
final class EntitiesProcess {
  private EntitiesProcess() {}

  public static void main(String[] arguments) throws Exception {
    Asked asked = Asked.by(arguments);
    EntitiesQuestion question = asked.question(EntitiesQuestion.class);
    LongRun run = new LongRun(question.run(), Path.of(question.folder()));
    int samples = (int) question.run().rows();
    RowLines lines = new RowLines(System.out::println);
    asked.answer(run.run(memory(question), new Sampling(samples, false, lines)));
    System.exit(0); // Flink leaves threads.
  }

  private static Configuration memory(EntitiesQuestion question) {
    MemorySize network = new MemorySize(question.networkBytes());
    Configuration settings = Configuration.fromMap(question.flink());
    settings.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, new MemorySize(question.managedBytes()));
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
    settings.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
    return settings;
  }
}
