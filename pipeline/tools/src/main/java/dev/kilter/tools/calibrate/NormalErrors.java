package dev.kilter.tools.calibrate;

import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import java.util.TreeMap;

/**
 * What errors a model makes on normal data. Its scores have to be made with a mean of 0 and a
 * deviation of 1, so that their parts are the errors themselves.
 */
final class NormalErrors implements Gathering<Envelope<Score>, NormalErrors> {
  private static final long serialVersionUID = 1L;

  private final int channels;
  private final HeldOut heldOut;
  private final TreeMap<String, Moments> byEntity = new TreeMap<>();
  private final Reasons notJudged = new Reasons();
  private long measured;
  private long held;

  NormalErrors(int channels, HeldOut heldOut) {
    this.channels = channels;
    this.heldOut = heldOut;
  }

  @Override
  public void add(Envelope<Score> envelope) {
    if (envelope.subject().late()) {
      return;
    }
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      count(envelope.entity(), judgeable.content());
    }
    if (envelope instanceof Envelope.NotJudged<Score> not) {
      notJudged.add(not.reason().replaceFirst(":.*", ""), not.entity() + ": " + not.reason());
    }
  }

  private void count(String entity, Score score) {
    if (heldOut.holds(entity, score.timeMillis())) {
      held++;
      return;
    }
    measured++;
    byEntity.computeIfAbsent(entity, unseen -> new Moments(channels)).add(score.parts());
  }

  @Override
  public void merge(NormalErrors other) {
    byEntity.putAll(other.byEntity);
    notJudged.merge(other.notJudged);
    measured += other.measured;
    held += other.held;
  }

  /** The errors of each channel, all entities together. */
  Moments moments() {
    Moments all = new Moments(channels);
    byEntity.values().forEach(all::merge);
    return all;
  }

  /** Sequences that count for the statistics. */
  long measured() {
    return measured;
  }

  /** Sequences that were held out. */
  long held() {
    return held;
  }

  /** Why others were not scored. */
  Reasons notJudged() {
    return notJudged;
  }
}
