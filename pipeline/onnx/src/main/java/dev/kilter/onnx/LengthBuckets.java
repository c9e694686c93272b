package dev.kilter.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/** Which of some sequences have one length, and so can go through a network together. */
final class LengthBuckets {
  private LengthBuckets() {}

  /**
   * The places of the sequences by their length, in rows.
   *
   * @param length the length of the sequence in a place
   */
  static Map<Integer, List<Integer>> of(int sequences, IntUnaryOperator length) {
    Map<Integer, List<Integer>> places = new TreeMap<>();
    for (int place = 0; place < sequences; place++) {
      places.computeIfAbsent(length.applyAsInt(place), unseen -> new ArrayList<>()).add(place);
    }
    return places;
  }
}
