package dev.kilter.event;

import java.io.Serializable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A glob over entity names: {@code *} stands for any characters, {@code ?} for one. */
public final class EntityPattern implements Serializable {
  private static final long serialVersionUID = 3L;
  private static final Pattern PLAIN_BEGINNING = Pattern.compile("[^*?]*\\*?");

  private final String glob;

  /** What the glob says; null where comparing the beginning of the name is enough. */
  private final Pattern regex;

  /** What a name begins with that fits; null where the glob says more or the whole name. */
  private final String beginning;

  private EntityPattern(String glob, Pattern regex) {
    this.glob = glob;
    this.regex = regex;
    this.beginning =
        regex == null && glob.endsWith("*") ? glob.substring(0, glob.length() - 1) : null;
  }

  /** Reads a glob such as {@code pump-*}. */
  public static EntityPattern of(String glob) {
    boolean plain = PLAIN_BEGINNING.matcher(glob).matches();
    return new EntityPattern(glob, plain ? null : regexOf(glob));
  }

  static Pattern regexOf(String glob) {
    String regex = glob.codePoints().mapToObj(EntityPattern::regexOf).collect(Collectors.joining());
    return Pattern.compile(regex, Pattern.DOTALL);
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
    if (regex != null) {
      return regex.matcher(entity).matches();
    }
    return beginning == null ? entity.equals(glob) : entity.startsWith(beginning);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EntityPattern that && that.glob.equals(glob);
  }

  @Override
  public int hashCode() {
    return glob.hashCode();
  }

  @Override
  public String toString() {
    return glob;
  }
}
