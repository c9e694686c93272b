package dev.kilter.job.resume;

import dev.kilter.job.config.Guarantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of state that was kept under one pipeline file, under another. */
public final class PipelineFates {
  private final PipelineFacts before;
  private final PipelineFacts now;

  private PipelineFates(PipelineFacts before, PipelineFacts now) {
    this.before = before;
    this.now = now;
  }

  /** Part by part, in the order of a pipeline file. */
  public static List<Fate> of(PipelineFacts before, PipelineFacts now) {
    PipelineFates fates = new PipelineFates(before, now);
    List<Fate> all = new ArrayList<>();
    all.add(fates.name());
    all.addAll(fates.formats());
    all.addAll(TopicFates.of(before.topics(), now.topics()));
    all.addAll(ChannelFates.of(before.channels(), now.channels()));
    all.addAll(DetectorFates.of(before.detectors(), now.detectors()));
    all.addAll(fates.delivery());
    return all;
  }

  private Fate name() {
    String part = "pipeline " + now.name();
    return now.name().equals(before.name())
        ? Fate.kept(part, "incidents keep their ids")
        : Fate.refused(
            part,
            "the state is of pipeline "
                + before.name()
                + ", and the name is part of every incident's id: name it "
                + before.name()
                + " again, or start without this state");
  }

  private List<Fate> formats() {
    List<Fate> unread =
        before.kilter().formats().entrySet().stream()
            .filter(format -> format.getValue() > now.kilter().format(format.getKey()))
            .map(this::unread)
            .toList();
    return unread.isEmpty()
        ? List.of(
            Fate.kept(
                "formats", "written by Kilter " + before.kilter().version() + ", all are read"))
        : unread;
  }

  private Fate unread(Map.Entry<String, Integer> format) {
    return Fate.refused(
        "format " + format.getKey(),
        "was written in version "
            + format.getValue()
            + " by Kilter "
            + before.kilter().version()
            + ", and this build, "
            + now.kilter().version()
            + ", reads up to "
            + now.kilter().format(format.getKey())
            + ": go on with the build that wrote it");
  }

  private List<Fate> delivery() {
    if (now.delivery().equals(before.delivery())) {
      return List.of();
    }
    String reason = "it was " + before.delivery() + "; nothing told so far is told again";
    boolean open = Guarantee.EXACTLY_ONCE.label().equals(before.delivery());
    return List.of(
        Fate.kept(
            "delivery " + now.delivery(),
            open ? reason + ", and what waits in open transactions is committed first" : reason));
  }
}
