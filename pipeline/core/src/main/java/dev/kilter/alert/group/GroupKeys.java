package dev.kilter.alert.group;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says which incidents may come together: those with the same key. The channel is not part of it,
 * since another one may lead when an incident closes.
 */
public final class GroupKeys implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final char END = '\0';

  /** Longer names are no names, and would make messages that no topic takes. */
  private static final int LONGEST_NAME = 1_000;

  private final boolean byDetector;

  /** What the names of entities match; null where they do not matter. */
  private final Pattern entity;

  private GroupKeys(boolean byDetector, Pattern entity) {
    this.byDetector = byDetector;
    this.entity = entity;
  }

  /**
   * Keys of what incidents must share.
   *
   * @throws java.util.regex.PatternSyntaxException if the names' expression is none
   */
  public static GroupKeys of(GroupBy by) {
    Pattern entity = by.entity() == null ? null : Pattern.compile(by.entity(), Pattern.DOTALL);
    return new GroupKeys(by.detector(), entity);
  }

  /** Whether an incident may be part of a group: its entity's name is as it must be. */
  public boolean has(Member incident) {
    return partOf(incident.entity()) != null;
  }

  /** What an incident shares with those that it may come together with. */
  public String keyOf(Member incident) {
    return (byDetector ? incident.detector() : "") + END + partOf(incident.entity());
  }

  /** The detector of a key; empty where it does not matter. */
  public static String detector(String key) {
    return key.substring(0, key.indexOf(END));
  }

  /** The part of the entities' names in a key; empty where names do not matter. */
  public static String part(String key) {
    return key.substring(key.indexOf(END) + 1);
  }

  /** What counts of a name, or null where it is not as it must be. */
  private String partOf(String name) {
    if (name.length() > LONGEST_NAME) {
      return null;
    }
    if (entity == null) {
      return "";
    }
    Matcher matcher = entity.matcher(name);
    return matcher.matches() ? matcher.group(1) : null;
  }
}
