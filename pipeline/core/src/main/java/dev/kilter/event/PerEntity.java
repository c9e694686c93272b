package dev.kilter.event;

import java.io.Serializable;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Something that may differ from entity to entity, such as its model.
 *
 * @param own what some entities have of their own, by the entity's name; null: nothing
 * @param others what all others have, or null: nothing
 */
public record PerEntity<T>(SortedMap<String, T> own, T others) implements Serializable {

  /** Keeps a copy. */
  public PerEntity {
    own = Collections.unmodifiableSortedMap(new TreeMap<>(own));
  }

  /** The same for every entity. */
  public static <T> PerEntity<T> same(T one) {
    return new PerEntity<>(new TreeMap<>(), one);
  }

  /** What this entity has, or null. */
  public T of(String entity) {
    return own.isEmpty() ? others : own.getOrDefault(entity, others);
  }

  /** Everything there is, that of all others last. */
  public Stream<T> all() {
    return Stream.concat(own.values().stream(), Stream.ofNullable(others)).filter(Objects::nonNull);
  }

  /** What becomes of each; what is not there stays so. */
  public <R> PerEntity<R> map(Function<T, R> change) {
    return flatMap(each -> same(change.apply(each)));
  }

  /** What each entity has in what becomes of its own; what is not there stays so. */
  public <R> PerEntity<R> flatMap(Function<T, PerEntity<R>> change) {
    PerEntity<R> ofOthers = others == null ? same(null) : change.apply(others);
    TreeMap<String, R> changed = new TreeMap<>(ofOthers.own);
    own.forEach(
        (entity, one) -> changed.put(entity, one == null ? null : change.apply(one).of(entity)));
    return new PerEntity<>(changed, ofOthers.others);
  }
}
