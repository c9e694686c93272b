package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.demo.HumanNumbers;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an alert says, in sentences for people. */
final class NoticeWords {
  private NoticeWords() {}

  /** One sentence: the alert's own, where it has one. */
  static String summary(Notice notice) {
    String own = notice.text("summary");
    if (!own.isEmpty()) {
      return own;
    }
    String who =
        notice.isGroup()
            ? "A group of " + notice.json().path("incidents").size() + " incidents"
            : notice.text("entity");
    if (notice.isClosed()) {
      return who + ": trouble is over.";
    }
    String channel = notice.leadingChannel();
    return who
        + ": "
        + notice.text("severity")
        + " trouble"
        + (channel.isEmpty() ? "." : ", led by " + channel + ".");
  }

  /** What is off of each channel and what it looks like, or of which incidents a group is. */
  static String description(Notice notice) {
    if (notice.isGroup()) {
      return joined(elements(notice.json().path("incidents")).map(NoticeWords::incident));
    }
    return joined(
        Stream.concat(
            elements(notice.json().path("channels")).map(NoticeWords::channel),
            elements(notice.json().path("classes")).limit(1).map(NoticeWords::likely)));
  }

  /** Name and version of the model; empty where none is told. */
  static String model(Notice notice) {
    JsonNode model = notice.json().path("model");
    return model.has("name")
        ? Notice.text(model.path("name")) + "/" + Notice.text(model.path("version"))
        : "";
  }

  private static String incident(JsonNode incident) {
    return "%s (%s, %s, %s)"
        .formatted(
            Notice.text(incident.path("entity")),
            Notice.text(incident.path("detector")),
            Notice.text(incident.path("severity")),
            Notice.text(incident.path("status")));
  }

  private static String channel(JsonNode channel) {
    return "%s %s, expected %s (part %s)"
        .formatted(
            Notice.text(channel.path("name")),
            value(channel.path("observed")),
            value(channel.path("expected")),
            share(channel.path("part")));
  }

  private static String likely(JsonNode likely) {
    return "looks like %s (%s)"
        .formatted(Notice.text(likely.path("name")), share(likely.path("probability")));
  }

  private static String value(JsonNode value) {
    return value.isNumber() ? HumanNumbers.measured(value.asDouble()) : "absent";
  }

  private static String share(JsonNode share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share.asDouble());
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String joined(Stream<String> sentences) {
    return sentences.collect(Collectors.joining("; "));
  }
}
