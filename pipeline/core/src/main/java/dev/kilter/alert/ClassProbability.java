package dev.kilter.alert;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How probable it is that an incident is of one class.
 *
 * @param name the class
 * @param probability 0 to 1
 */
public record ClassProbability(String name, double probability) {
  private static final int NAMED = 3;

  /**
   * The most probable classes, the first of them first.
   *
   * @param average what the classifier said, or null: nothing
   * @param names the classes in its order; an average of others tells nothing
   */
  static List<ClassProbability> leading(ClassAverage average, List<String> names) {
    if (average == null || average.probabilities().length != names.size()) {
      return List.of();
    }
    return IntStream.range(0, names.size())
        .mapToObj(i -> new ClassProbability(names.get(i), average.probabilities()[i]))
        .sorted(Comparator.comparingDouble(ClassProbability::probability).reversed())
        .limit(NAMED)
        .toList();
  }
}
