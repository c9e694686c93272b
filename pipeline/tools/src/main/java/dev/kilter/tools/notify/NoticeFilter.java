package dev.kilter.tools.notify;

import dev.kilter.alert.Severity;
import dev.kilter.event.EntityPattern;
import dev.kilter.tools.messages.GroupNote;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which alerts are meant.
 *
 * @param pipeline the pipeline whose alerts they are: others may share its topic
 * @param least the least severity
 * @param detectors the detectors; none: every detector
 * @param entities the entities; empty: every entity
 */
record NoticeFilter(
    String pipeline, Severity least, Set<String> detectors, Optional<EntityPattern> entities) {

  boolean takes(Notice notice) {
    return isOwn(notice) && isSevere(notice.said().severity()) && isAboutWhatIsMeant(notice);
  }

  private boolean isOwn(Notice notice) {
    String own = "/kilter/" + pipeline;
    return notice
        .header("ce_source")
        .map(NoticeFilter::path)
        .map(path -> path.equals(own) || path.startsWith(own + "/"))
        .orElse(true);
  }

  /** A source is a URI, in which characters may be escaped; one that is none is taken as it is. */
  private static String path(String source) {
    try {
      String path = new URI(source).getPath();
      return path == null ? source : path;
    } catch (URISyntaxException e) {
      return source;
    }
  }

  /** A severity that is not known here is one to be told. */
  private boolean isSevere(String label) {
    return Stream.of(Severity.values())
        .filter(severity -> severity.label().equals(label))
        .allMatch(severity -> severity.compareTo(least) >= 0);
  }

  /** A group is meant if one of its incidents is. */
  private boolean isAboutWhatIsMeant(Notice notice) {
    if (detectors.isEmpty() && entities.isEmpty()) {
      return true;
    }
    return notice.said() instanceof GroupNote group
        ? group.incidents().stream().anyMatch(each -> isMeant(each.detector(), each.entity()))
        : isMeant(notice.detector(), notice.entity());
  }

  private boolean isMeant(String detector, String entity) {
    return (detectors.isEmpty() || detectors.contains(detector))
        && entities.map(pattern -> pattern.matches(entity)).orElse(true);
  }
}
