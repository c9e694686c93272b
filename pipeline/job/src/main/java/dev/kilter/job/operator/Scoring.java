package dev.kilter.job.operator;

import dev.kilter.onnx.ScoringBatch;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;

/** What came of one sequence at the model where that is no score. */
sealed interface Scoring {

  /** The envelope for the judge, in the place of the sequence's. */
  Envelope<Score> inPlaceOf(Envelope<Sequence> envelope);

  /** Whether the sequence could not be scored, and is set aside. */
  default boolean isFailure() {
    return false;
  }

  /** What became of a sequence of a batch that has no score. */
  static Scoring withoutScore(ScoringBatch batch, int index) {
    String failure = batch.failure(index);
    return failure == null ? new NoNumber() : new NotRun(failure);
  }

  /** The network gave something that is no number. */
  record NoNumber() implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return new Envelope.NotJudged<>(
          envelope.subject(), envelope.timeMillis(), "the model gave no number");
    }

    @Override
    public boolean isFailure() {
      return true;
    }
  }

  /** The network does not run on this sequence. */
  record NotRun(String why) implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return new Envelope.NotJudged<>(
          envelope.subject(), envelope.timeMillis(), "the model does not run on it: " + why);
    }

    @Override
    public boolean isFailure() {
      return true;
    }
  }

  /**
   * Native code that runs the network crashed on it, twice: a third time would be once too often.
   */
  record Quarantined(String network) implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return new Envelope.NotJudged<>(
          envelope.subject(),
          envelope.timeMillis(),
          "native code that runs " + network + " crashed on it twice, so it is set aside");
    }

    @Override
    public boolean isFailure() {
      return true;
    }
  }

  /** It holds the newest row of one that is set aside for that. */
  record BehindQuarantined(String network) implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return new Envelope.NotJudged<>(
          envelope.subject(),
          envelope.timeMillis(),
          "one of its rows is set aside: native code that runs "
              + network
              + " crashed on it twice");
    }
  }

  /** A network that carries its state has taken in too few rows for its score to mean something. */
  record WarmingUp(int rows, int needed) implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return new Envelope.NotJudged<>(
          envelope.subject(),
          envelope.timeMillis(),
          "not enough history: " + rows + " of " + needed);
    }
  }

  /** There was nothing to score: the words pass through. */
  record PassedOn() implements Scoring {
    @Override
    public Envelope<Score> inPlaceOf(Envelope<Sequence> envelope) {
      return envelope.map(
          sequence -> {
            throw new IllegalStateException("a sequence of " + envelope.entity() + " not scored");
          });
    }
  }
}
