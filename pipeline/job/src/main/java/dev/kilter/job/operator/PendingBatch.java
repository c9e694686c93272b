package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What waits to be scored, in the order in which it came, and which of it goes through which model.
 * Used again and again.
 */
final class PendingBatch {
  private static final Scoring PASSED_ON = new Scoring.PassedOn();
  private static final int FEW = 64;

  private final List<Envelope<Sequence>> envelopes = new ArrayList<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private Scoring[] scorings = new Scoring[FEW];
  private Score[] scores = new Score[FEW];
  private final LongSupplier clockMillis;
  private long leftMillis;

  PendingBatch(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  /** Which places hold sequences for one model. */
  static final class Share {
    private final ModelBundle bundle;
    private long sinceMillis;
    private final List<Course> courses = new ArrayList<>();
    private int[] places = new int[16];
    private int size;

    private Share(ModelBundle bundle) {
      this.bundle = bundle;
    }

    ModelBundle bundle() {
      return bundle;
    }

    int size() {
      return size;
    }

    int place(int index) {
      return places[index];
    }

    /** The entities whose rows these are, where the model carries something along them. */
    List<Course> courses() {
      return courses;
    }

    private void add(int place) {
      if (size == places.length) {
        places = Arrays.copyOf(places, 2 * size);
      }
      places[size++] = place;
    }
  }

  int size() {
    return envelopes.size();
  }

  /** Adds what has no sequence, and passes through. */
  void add(Envelope<Sequence> envelope) {
    int place = envelopes.size();
    if (place == scorings.length) {
      scorings = Arrays.copyOf(scorings, 2 * place);
      scores = Arrays.copyOf(scores, 2 * place);
    }
    envelopes.add(envelope);
    scorings[place] = PASSED_ON;
  }

  /**
   * Adds a sequence.
   *
   * @return how many wait for the same model now
   */
  int add(Envelope<Sequence> envelope, ModelBundle bundle) {
    Share share = shares.get(bundle.place());
    if (share == null) {
      share = new Share(bundle);
      shares.put(bundle.place(), share);
    }
    if (share.size == 0) {
      share.sinceMillis = clockMillis.getAsLong();
    }
    share.add(envelopes.size());
    add(envelope);
    return share.size;
  }

  /** What waits for each model. */
  Collection<Share> shares() {
    return shares.values();
  }

  /** Nothing waits for others any more. */
  void leave() {
    leftMillis = clockMillis.getAsLong();
  }

  /** For how long the first of a share had waited when the batch left. */
  long waitedMillis(Share share) {
    return leftMillis - share.sinceMillis;
  }

  Envelope<Sequence> envelope(int place) {
    return envelopes.get(place);
  }

  Sequence sequence(int place) {
    return judgeable(place).content();
  }

  Envelope.Judgeable<Sequence> judgeable(int place) {
    return (Envelope.Judgeable<Sequence>) envelopes.get(place);
  }

  /** The score of what is in this place; null where there is none. */
  Score score(int place) {
    return scores[place];
  }

  /** What came of what is in this place where there is no score. */
  Scoring scoring(int place) {
    return scorings[place];
  }

  void take(int place, Score score) {
    scores[place] = score;
  }

  void take(int place, Scoring scoring) {
    scorings[place] = scoring;
  }

  /** Empties it, but for the room there is in it; of models only those that wait are known on. */
  void clear() {
    Arrays.fill(scorings, 0, envelopes.size(), null);
    Arrays.fill(scores, 0, envelopes.size(), null);
    envelopes.clear();
    shares.values().removeIf(share -> share.size == 0);
    shares.values().forEach(share -> share.size = 0);
  }
}
