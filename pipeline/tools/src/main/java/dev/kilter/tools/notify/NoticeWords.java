package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.AlertMessage.Likely;
import dev.kilter.tools.messages.AlertText;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.GroupNote.Member;
import dev.kilter.tools.messages.TroubleMessage;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an alert says, in sentences for people. */
final class NoticeWords {
  private static final AlertText CHANNELS = new AlertText(Map.of());

  private NoticeWords() {}

  /** One sentence: the alert's own, where it has one. */
  static String summary(Notice notice) {
    TroubleMessage said = notice.said();
    if (!said.summary().isEmpty()) {
      return said.summary();
    }
    String who = who(said);
    if (said.closed()) {
      return who + ": trouble is over.";
    }
    String channel = notice.leadingChannel();
    return who
        + ": "
        + said.severity()
        + " trouble"
        + (channel.isEmpty() ? "." : ", led by " + channel + ".");
  }

  private static String who(TroubleMessage said) {
    return said instanceof GroupNote group
        ? "A group of " + group.incidents().size() + " incidents"
        : ((AlertMessage) said).entity();
  }

  /** What is off of each channel and what it looks like, or of which incidents a group is. */
  static String description(Notice notice) {
    Stream<String> sentences =
        notice.said() instanceof GroupNote group
            ? group.incidents().stream().map(NoticeWords::incident)
            : trouble((AlertMessage) notice.said());
    return sentences.collect(Collectors.joining("; "));
  }

  private static Stream<String> trouble(AlertMessage alert) {
    return Stream.concat(
        alert.channels().stream().map(CHANNELS::channel),
        alert.classes().stream().limit(1).map(NoticeWords::likely));
  }

  /** Name and version of the model; empty where none is told. */
  static String model(Notice notice) {
    JsonNode model = notice.json().path("model");
    return model.has("name")
        ? Notice.text(model.path("name")) + "/" + Notice.text(model.path("version"))
        : "";
  }

  /** What was wrong with its channels besides; empty where nothing was. */
  static String health(Notice notice) {
    return notice.said() instanceof AlertMessage alert
        ? alert.health().stream().map(AlertMessage.Ill::words).collect(Collectors.joining("; "))
        : "";
  }

  private static String incident(Member incident) {
    return "%s (%s, %s, %s)"
        .formatted(incident.entity(), incident.detector(), incident.severity(), incident.status());
  }

  private static String likely(Likely likely) {
    return String.format(
        Locale.ROOT, "looks like %s (%.0f %%)", likely.name(), 100 * likely.probability());
  }
}
