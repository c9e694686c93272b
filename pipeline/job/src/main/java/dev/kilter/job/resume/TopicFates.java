package dev.kilter.job.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** What becomes of what is kept of the topics: the place in those that are read, above all. */
final class TopicFates {
  private final Map<String, String> before;
  private final Map<String, String> now;
  private final List<Fate> fates = new ArrayList<>();

  private TopicFates(Map<String, String> before, Map<String, String> now) {
    this.before = before;
    this.now = now;
  }

  static List<Fate> of(Map<String, String> before, Map<String, String> now) {
    TopicFates topics = new TopicFates(before, now);
    topics.read(PipelineFacts.EVENTS, "the place in it; start: is not looked at");
    topics.control();
    topics.groups();
    TreeSet<String> others = new TreeSet<>(before.keySet());
    others.addAll(now.keySet());
    others.removeAll(List.of(PipelineFacts.EVENTS, PipelineFacts.CONTROL, PipelineFacts.GROUPS));
    others.forEach(topics::written);
    return topics.fates;
  }

  /** A place in another topic means nothing, and Flink would go on reading the former one, too. */
  private void read(String key, String kept) {
    String former = before.get(key);
    String topic = now.get(key);
    fates.add(
        topic.equals(former)
            ? Fate.kept(part(key, topic), kept)
            : Fate.refused(
                part(key, topic),
                "the state has its place in "
                    + former
                    + ", which would be read on: name that one again, or start without this state"));
  }

  private void control() {
    String key = PipelineFacts.CONTROL;
    if (before.containsKey(key) && now.containsKey(key)) {
      read(key, "the place in it, silences, and verdicts that are to be heard later");
    } else if (now.containsKey(key)) {
      fates.add(Fate.anew(part(key, now.get(key)), "is new: it is heard from its beginning"));
    } else if (before.containsKey(key)) {
      fates.add(
          Fate.dropped(
              part(key, before.get(key)),
              "is not in the file: the place in it and silences; what verdicts have changed stays"));
    }
  }

  private void groups() {
    String key = PipelineFacts.GROUPS;
    if (before.containsKey(key) && now.containsKey(key)) {
      fates.add(Fate.kept(part(key, now.get(key)), "open groups go on to their end" + moved(key)));
    } else if (now.containsKey(key)) {
      fates.add(Fate.anew(part(key, now.get(key)), "is new: of incidents that open from now on"));
    } else if (before.containsKey(key)) {
      fates.add(
          Fate.dropped(
              part(key, before.get(key)), "is not in the file: groups, and nobody is told"));
    }
  }

  /** Of a topic that is only written to nothing is kept; it is mentioned where it changes. */
  private void written(String key) {
    String former = before.get(key);
    String topic = now.get(key);
    if (topic == null) {
      fates.add(
          Fate.dropped(part(key, former), "is not in the file: nothing more is written to it"));
    } else if (former == null) {
      fates.add(Fate.anew(part(key, topic), "is new: is written to from now on"));
    } else if (!topic.equals(former)) {
      fates.add(Fate.kept(part(key, topic), "nothing of it is state" + moved(key)));
    }
  }

  private String moved(String key) {
    return now.get(key).equals(before.get(key))
        ? ""
        : "; what was told so far is in " + before.get(key);
  }

  private static String part(String key, String topic) {
    return key + " topic " + topic;
  }
}
