package dev.kilter.job.config;

/** What keeps the state of a running pipeline. */
public enum StateBackend {
  /** The memory of Java: fast, and as large as that. */
  HEAP,
  /** RocksDB: files beside memory, for more entities than memory holds. */
  ROCKSDB;

  static StateBackend labelled(String label) {
    return switch (label) {
      case "heap" -> HEAP;
      case "rocksdb" -> ROCKSDB;
      default -> throw new IllegalArgumentException("heap or rocksdb");
    };
  }

  /** As Flink calls it. */
  public String flinkName() {
    return switch (this) {
      case HEAP -> "hashmap";
      case ROCKSDB -> "rocksdb";
    };
  }
}
