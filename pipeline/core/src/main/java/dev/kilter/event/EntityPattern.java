package dev.kilter.event;

import java.io.Serializable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A glob over entity names: {@code *} stands for any characters, {@code ?} for one. */
public final class EntityPattern implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String glob;
  private final Pattern regex;

  private EntityPattern(String glob, Pattern regex) {
    this.glob = glob;
    this.regex = regex;
  }

  /** Reads a glob such as {@code pump-*}. */
  public static EntityPattern of(String glob) {
    String regex = glob.codePoints().mapToObj(EntityPattern::regexOf).collect(Collectors.joining());
    return new EntityPattern(glob, Pattern.compile(regex, Pattern.DOTALL));
  }

  private static String regexOf(int character) {
    return switch (character) {
      case '*' -> ".*";
      case '?' -> ".";
      default -> Pattern.quote(Character.toString(character));
    };
  }

  /** Whether the whole name fits the glob. */
  public boolean matches(String entity) {
    return regex.matcher(entity).matches();
  }

  @Override
  public String toString() {
    return glob;
  }
}
