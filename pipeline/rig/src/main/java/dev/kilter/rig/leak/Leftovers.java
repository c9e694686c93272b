package dev.kilter.rig.leak;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What was left in a process each time after the same was done in it.
 *
 * @param each what it had in memory then, oldest first
 */
record Leftovers(List<ProcessMemory> each) {

  /** Makes sure that nobody changes it. */
  Leftovers {
    each = List.copyOf(each);
  }

  /** All of its memory. */
  Course resident() {
    return course(ProcessMemory::residentBytes);
  }

  /** Its classes. */
  Course metaspace() {
    return course(ProcessMemory::metaspaceBytes);
  }

  private Course course(ToLongFunction<ProcessMemory> part) {
    return new Course(each.stream().map(part::applyAsLong).toList());
  }

  /** So many copies of ONNX Runtime's library there were at most. */
  int nativeCopies() {
    return each.stream().mapToInt(ProcessMemory::nativeCopies).max().orElseThrow();
  }

  /** Whether there was one copy of the library, and nothing grew to speak of. */
  boolean isNothing() {
    return nativeCopies() == 1 && metaspace().isFlat() && resident().isFlat();
  }

  @Override
  public String toString() {
    return "copies of ONNX Runtime's library: %d at most; classes %s; resident %s"
        .formatted(nativeCopies(), metaspace(), resident());
  }
}
