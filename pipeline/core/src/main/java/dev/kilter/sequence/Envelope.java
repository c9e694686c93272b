package dev.kilter.sequence;

import java.util.function.Function;

/**
 * What flows behind the key: something to judge, or word that an entity's history begins anew or
 * why it cannot be judged. All three keep their place in the entity's order.
 *
 * @param <T> what there is to judge: a sequence on the way to the model, a score behind it
 */
public sealed interface Envelope<T> {

  /** The detector it is for. */
  String detector();

  /** The entity it is about. */
  String entity();

  /** Event time, in milliseconds since 1970. */
  long timeMillis();

  /** The same envelope about something else; words that carry nothing pass through. */
  <R> Envelope<R> map(Function<T, R> change);

  /** There is something to judge. */
  record Judgeable<T>(String detector, String entity, long timeMillis, T content)
      implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Judgeable<>(detector, entity, timeMillis, change.apply(content));
    }
  }

  /** The entity's history begins anew: averages and counts start over, an open incident stays. */
  record Reset<T>(String detector, String entity, long timeMillis, String reason)
      implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Reset<>(detector, entity, timeMillis, reason);
    }
  }

  /** The entity is not judged at this instant, and why. */
  record NotJudged<T>(String detector, String entity, long timeMillis, String reason)
      implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new NotJudged<>(detector, entity, timeMillis, reason);
    }
  }
}
