package dev.kilter.job.operator;

import dev.kilter.health.ChannelRules;
import dev.kilter.health.WatchedChannel;
import dev.kilter.sequence.Duplicates;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.SequencePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the sequence stage of some plans: events may be 5 s late, an entity is silent after 2
 * minutes and forgotten after 5, every value is trusted, the first of duplicates wins and what is
 * late is a dead letter, unless told.
 */
final class StageMaker {
  private static final long MAX_LATENESS = 5_000;

  private final List<SequencePlan> plans = new ArrayList<>();
  private final List<WatchedChannel> channels = new ArrayList<>();
  private long silentAfterMillis = 120_000;
  private long forgetAfterMillis = 300_000;
  private boolean judgesLate;
  private Duplicates duplicates = Duplicates.FIRST;

  private StageMaker() {}

  /** A stage with the channels of the first plan. */
  static StageMaker stage(PlanMaker first, PlanMaker... more) {
    StageMaker stage = new StageMaker();
    stage.plans.add(first.make());
    for (PlanMaker plan : more) {
      stage.plans.add(plan.make());
    }
    for (String channel : first.channels()) {
      stage.channels.add(new WatchedChannel(channel, "", ChannelRules.none()));
    }
    return stage;
  }

  /** The same rules for every channel. */
  StageMaker trusting(ChannelRules rules) {
    channels.replaceAll(channel -> new WatchedChannel(channel.name(), channel.unit(), rules));
    return this;
  }

  StageMaker silentAfter(long millis) {
    silentAfterMillis = millis;
    return this;
  }

  StageMaker forgetAfter(long millis) {
    forgetAfterMillis = millis;
    return this;
  }

  StageMaker judgingLate() {
    judgesLate = true;
    return this;
  }

  StageMaker keepingTheLast() {
    duplicates = Duplicates.LAST;
    return this;
  }

  /** The stage, ready to take events. */
  SequenceStage open() throws Exception {
    return SequenceStage.open(operator(), forgetAfterMillis);
  }

  BuildSequences operator() {
    return new BuildSequences(
        plans,
        new EntityRules(channels, silentAfterMillis, forgetAfterMillis),
        new OrderRules(MAX_LATENESS, judgesLate, duplicates, forgetAfterMillis),
        new LateEvents("events", channels.stream().map(WatchedChannel::name).toList()),
        Reports.all());
  }
}
