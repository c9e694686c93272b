package dev.kilter.bench.entities;

import dev.kilter.bench.endurance.LongRunQuestion;
import java.util.Map;

/**
 * What the process with a task manager's memory is to run.
 *
 * @param run the stream and the pipeline
 * @param managedBytes the part of the memory that Flink gives to RocksDB
 * @param networkBytes the part that Flink gives to what lies between tasks
 * @param folder where RocksDB has its files, and checkpoints go
 * @param flink more settings of Flink
 */
record EntitiesQuestion(
    LongRunQuestion run,
    long managedBytes,
    long networkBytes,
    String folder,
    Map<String, String> flink) {}
