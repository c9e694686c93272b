package dev.kilter.job.operator;

import dev.kilter.onnx.ModelBundle;
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

  private final List<Envelope<Sequence>> envelopes = new ArrayList<>();
  private final List<Scoring> scorings = new ArrayList<>();
  private final Map<String, Share> shares = new LinkedHashMap<>();
  private final LongSupplier clockMillis;

  PendingBatch(LongSupplier clockMillis) {
    this.clockMillis = clockMillis;
  }

  /** Which places hold sequences for one model. */
  static final class Share {
    private final ModelBundle bundle;
    private final long sinceMillis;
    private int[] places = new int[16];
    private int size;

    private Share(ModelBundle bundle, long sinceMillis) {
      this.bundle = bundle;
      this.sinceMillis = sinceMillis;
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
    envelopes.add(envelope);
    scorings.add(PASSED_ON);
  }

  /**
   * Adds a sequence.
   *
   * @return how many wait for the same model now
   */
  int add(Envelope<Sequence> envelope, ModelBundle bundle) {
    Share share =
        shares.computeIfAbsent(
            bundle.place(), unseen -> new Share(bundle, clockMillis.getAsLong()));
    share.add(envelopes.size());
    add(envelope);
    return share.size;
  }

  /** What waits for each model. */
  Collection<Share> shares() {
    return shares.values();
  }

  /** For how long the first of a share has waited. */
  long waitedMillis(Share share) {
    return clockMillis.getAsLong() - share.sinceMillis;
  }

  Envelope<Sequence> envelope(int place) {
    return envelopes.get(place);
  }

  Sequence sequence(int place) {
    return ((Envelope.Judgeable<Sequence>) envelopes.get(place)).content();
  }

  Scoring scoring(int place) {
    return scorings.get(place);
  }

  void take(int place, Scoring scoring) {
    scorings.set(place, scoring);
  }

  void clear() {
    envelopes.clear();
    scorings.clear();
    shares.clear();
  }
}
