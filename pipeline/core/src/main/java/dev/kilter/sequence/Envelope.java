package dev.kilter.sequence;

import java.util.function.Function;

/**
 * What flows behind the key: something to judge, or word that an entity's history begins anew, why
 * it cannot be judged, or that it is forgotten. All keep their place in the entity's order.
 *
 * @param <T> what there is to judge: a sequence on the way to the model, a score behind it
 */
public sealed interface Envelope<T> {

  /** Whom it is about. */
  Subject subject();

  /** Event time, in milliseconds since 1970. */
  long timeMillis();

  /** The same envelope about something else; words that carry nothing pass through. */
  <R> Envelope<R> map(Function<T, R> change);

  /** The detector it is for. */
  default String detector() {
    return subject().detector();
  }

  /** The entity it is about. */
  default String entity() {
    return subject().entity();
  }

  /** There is something to judge. */
  record Judgeable<T>(Subject subject, long timeMillis, T content) implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Judgeable<>(subject, timeMillis, change.apply(content));
    }
  }

  /** The entity's history begins anew: averages and counts start over, an open incident stays. */
  record Reset<T>(Subject subject, long timeMillis, String reason) implements Envelope<T> {
    /**
     * The reason where another model has taken over: what was learned of the old one is no good.
     */
    public static final String NEW_MODEL = "new model version";

    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Reset<>(subject, timeMillis, reason);
    }
  }

  /** The entity is not judged at this instant, and why. */
  record NotJudged<T>(Subject subject, long timeMillis, String reason) implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new NotJudged<>(subject, timeMillis, reason);
    }
  }

  /** The entity has stopped: nothing of it is kept, and an open incident ends. */
  record Forgotten<T>(Subject subject, long timeMillis) implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Forgotten<>(subject, timeMillis);
    }
  }
}
