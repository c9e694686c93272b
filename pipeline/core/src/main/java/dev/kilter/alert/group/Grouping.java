package dev.kilter.alert.group;

import java.io.Serializable;
import java.util.List;

/**
 * Makes groups of incidents that opened together. Holds no state: what is kept of a key goes in and
 * comes out.
 */
public final class Grouping implements Serializable {
  /** Nothing is to come by itself. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long serialVersionUID = 1L;

  private final String pipeline;
  private final GroupRule rule;

  /**
   * The groups of a pipeline.
   *
   * @param pipeline the pipeline's name, part of every group's id
   */
  public Grouping(String pipeline, GroupRule rule) {
    this.pipeline = pipeline;
    this.rule = rule;
  }

  /**
   * Takes in alerts, and all that event time brings about by itself. At the end of the input
   * nothing is forgotten: there is only nothing more to come.
   *
   * @param key what the alerts' incidents share
   * @param alerts in their order; one of a time that has passed counts as of now
   * @param untilMillis how far event time has come; {@link Long#MAX_VALUE} at the end of the input
   */
  public Grouped take(String key, Groups before, List<Member> alerts, long untilMillis) {
    GroupPassage passage = new GroupPassage(pipeline, key, rule, before);
    passage.take(alerts, untilMillis);
    return passage.grouped();
  }

  /** When something is to happen though no alert comes, or {@link #NEVER}. */
  public long nextMillis(Groups groups) {
    long next = NEVER;
    for (Member member : groups.alone()) {
      next = Math.min(next, member.aloneMillis(rule));
    }
    for (Group group : groups.groups()) {
      next = Math.min(next, group.times().forgetMillis(rule));
      next = group.untold() ? Math.min(next, group.times().tellMillis(rule)) : next;
    }
    return next;
  }
}
