package dev.kilter.sequence;

import dev.kilter.event.ReceivedFeedback;
import dev.kilter.health.HealthMessage;
import java.util.function.Function;

/**
 * What flows behind the key: something to judge, or word that an entity's history begins anew, why
 * it cannot be judged, that it is forgotten, or what people say of it. All keep their place in the
 * entity's order.
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

  /**
   * There is something to judge.
   *
   * @param silence the silence under which nothing is to be told of it, or null: none
   */
  record Judgeable<T>(Subject subject, long timeMillis, T content, String silence)
      implements Envelope<T> {

    /** One of which may be told. */
    public Judgeable(Subject subject, long timeMillis, T content) {
      this(subject, timeMillis, content, null);
    }

    @Override
    public <R> Judgeable<R> map(Function<T, R> change) {
      return about(change.apply(content));
    }

    /** The same about something else. */
    public <R> Judgeable<R> about(R other) {
      return new Judgeable<>(subject, timeMillis, other, silence);
    }

    /** The same under a silence. */
    public Judgeable<T> under(String name) {
      return new Judgeable<>(subject, timeMillis, content, name);
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

  /**
   * Nothing of the entity is kept any more, and an open incident ends.
   *
   * @param unwatched whether it is the detector that has gone, and not the entity
   */
  record Forgotten<T>(Subject subject, long timeMillis, boolean unwatched) implements Envelope<T> {

    /** An entity that has stopped. */
    public Forgotten(Subject subject, long timeMillis) {
      this(subject, timeMillis, false);
    }

    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Forgotten<>(subject, timeMillis, unwatched);
    }

    /** What has ended, in words. */
    public String words() {
      return unwatched ? HealthMessage.UNWATCHED : HealthMessage.FORGOTTEN;
    }
  }

  /**
   * Somebody has said something of one of the entity's incidents.
   *
   * @param timeMillis event time from when on it holds
   */
  record Heard<T>(Subject subject, long timeMillis, ReceivedFeedback feedback)
      implements Envelope<T> {
    @Override
    public <R> Envelope<R> map(Function<T, R> change) {
      return new Heard<>(subject, timeMillis, feedback);
    }
  }
}
