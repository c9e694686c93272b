package dev.kilter.onnx;

import java.time.Duration;

/** Checks what a contract says of channels and sequences: what the pipeline does before it runs. */
final class TimeCheck {
  private final ModelContract contract;
  private final Requirements requirements;

  TimeCheck(ModelContract contract, Requirements requirements) {
    this.contract = contract;
    this.requirements = requirements;
  }

  void check() {
    AlignmentCheck alignment = new AlignmentCheck(requirements);
    alignment.channels(contract.channels());
    lengths();
    alignment.period("sequence.period", contract.sequence().period());
    if (contract.sequence().session() != null) {
      session(contract.sequence().session());
    }
  }

  private void lengths() {
    ModelContract.SequenceShape shape = contract.sequence();
    require(shape != null, "sequence", null, "length and stride");
    require(shape.length() > 0, "sequence.length", shape.length(), "a number of rows above 0");
    require(shape.stride() > 0, "sequence.stride", shape.stride(), "a number of rows above 0");
    require(
        shape.least() > 0 && shape.least() <= shape.length(),
        "sequence.minimumLength",
        shape.minimumLength(),
        "a number of rows from 1 to length, " + shape.length());
  }

  private void session(ModelContract.Session session) {
    boolean byGap = session.gap() != null;
    boolean byChannel = session.channel() != null && session.above() != null;
    require(
        byGap != byChannel && byGap == (session.channel() == null && session.above() == null),
        "sequence.session",
        session,
        "either a gap or a channel with above");
    require(
        !byGap || session.gap().toMillis() > 0,
        "sequence.session.gap",
        session.gap(),
        "longer than nothing, as in PT30S");
    Duration period = contract.sequence().period();
    require(
        !byGap || period == null || session.gap().compareTo(period) >= 0,
        "sequence.session.gap",
        session.gap(),
        "at least the period, " + period + ": a session ends between rows");
    require(
        !byChannel || contract.channelNames().contains(session.channel()),
        "sequence.session.channel",
        session.channel(),
        "one of the channels, " + contract.channelNames());
    require(
        contract.sequence().stride() == 1,
        "sequence.stride",
        contract.sequence().stride(),
        "1 where a sequence is a session");
  }

  private void require(boolean condition, String key, Object value, String right) {
    requirements.require(condition, key, value, right);
  }
}
