package dev.kilter.bench.entities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/**
 * The memory of a task manager, in the parts that Flink itself makes of it.
 *
 * @param options of Java
 * @param managedBytes for RocksDB
 * @param networkBytes for what lies between tasks
 */
record TaskManagerMemory(List<String> options, long managedBytes, long networkBytes) {
  /** For ONNX Runtime, which Flink does not know of. */
  private static final MemorySize TASK_OFF_HEAP = MemorySize.ofMebiBytes(128);

  /** Of a task manager with so much in all. */
  static TaskManagerMemory of(MemorySize process, int slots) {
    Configuration settings = new Configuration();
    settings.set(TaskManagerOptions.TOTAL_PROCESS_MEMORY, process);
    settings.set(TaskManagerOptions.TASK_OFF_HEAP_MEMORY, TASK_OFF_HEAP);
    settings.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
    settings.set(TaskManagerOptions.CPU_CORES, (double) slots);
    TaskExecutorProcessSpec spec = TaskExecutorProcessUtils.processSpecFromConfig(settings);
    List<String> options =
        new ArrayList<>(
            Arrays.asList(ProcessMemoryUtils.generateJvmParametersStr(spec).trim().split(" +")));
    options.add("-XX:+UseG1GC"); // as Flink's own scripts do
    return new TaskManagerMemory(
        options, spec.getManagedMemorySize().getBytes(), spec.getNetworkMemSize().getBytes());
  }
}
