package dev.kilter.job.operator;

import dev.kilter.alert.quiet.Quiet;
import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.QuietTimes;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.BroadcastState;

/** The silences that somebody has asked for, kept alike in every task. */
final class Silences {
  private final BroadcastState<String, DecodedControl> kept;
  private QuietTimes times;

  /** Those that are kept. */
  Silences(BroadcastState<String, DecodedControl> kept) throws Exception {
    this.kept = kept;
    lookAgain();
  }

  /** What is to be judged, marked where nothing may be told of it. */
  Envelope<Sequence> mark(Envelope<Sequence> envelope) {
    if (times.all().isEmpty() || !(envelope instanceof Envelope.Judgeable<Sequence> judgeable)) {
      return envelope;
    }
    Quiet quiet = times.covering(envelope.detector(), envelope.entity(), envelope.timeMillis());
    return quiet == null ? envelope : judgeable.under(quiet.name());
  }

  /** A silence is asked for; one of the same id is no more. */
  void begin(HeardControl heard, ControlMessage.Silence silence) throws Exception {
    kept.put(silence.id(), heard);
    lookAgain();
  }

  /**
   * A silence ends before its time. What was silent until then stays so.
   *
   * @return whether there is a silence of this id
   */
  boolean end(ControlMessage.EndSilence end) throws Exception {
    if (!(kept.get(end.id()) instanceof HeardControl heard)
        || !(heard.message() instanceof ControlMessage.Silence silence)) {
      return false;
    }
    if (end.fromMillis() <= silence.window().fromMillis()) {
      kept.remove(end.id());
    } else if (silence.window().covers(end.fromMillis())) {
      kept.put(end.id(), endingAt(end.fromMillis(), silence, heard));
    }
    lookAgain();
    return true;
  }

  /** Silences that were over before this event time are kept no longer. */
  void forgetBefore(long millis) throws Exception {
    for (QuietTime quiet : times.all()) {
      if (quiet.recurrence() instanceof TimeWindow window && window.untilMillis() < millis) {
        kept.remove(quiet.name());
      }
    }
    lookAgain();
  }

  private static HeardControl endingAt(
      long untilMillis, ControlMessage.Silence silence, HeardControl heard) {
    TimeWindow shorter = new TimeWindow(silence.window().fromMillis(), untilMillis);
    return new HeardControl(
        new ControlMessage.Silence(
            silence.id(),
            silence.entities(),
            silence.detectors(),
            shorter,
            silence.reason(),
            silence.by()),
        heard.record());
  }

  private void lookAgain() throws Exception {
    List<QuietTime> all = new ArrayList<>();
    for (Map.Entry<String, DecodedControl> each : kept.immutableEntries()) {
      if (each.getValue() instanceof HeardControl heard
          && heard.message() instanceof ControlMessage.Silence silence) {
        all.add(silence.quietTime());
      }
    }
    times = new QuietTimes(all);
  }
}
