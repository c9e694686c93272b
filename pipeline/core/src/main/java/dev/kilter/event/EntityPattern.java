package dev.kilter.event;

import java.io.Serializable;

/** A glob over entity names: {@code *} stands for any characters, {@code ?} for one. */
public final class EntityPattern implements Serializable {
  /** A longer glob than this is none: names are no longer. */
  public static final int LONGEST = 1_000;

  private static final long serialVersionUID = 4L;
  private static final int NONE = -1;

  private final String glob;

  private EntityPattern(String glob) {
    this.glob = glob;
  }

  /** Reads a glob such as {@code pump-*}. */
  public static EntityPattern of(String glob) {
    return new EntityPattern(glob);
  }

  /**
   * Whether the whole name fits the glob. What stands before the newest {@code *} is settled once
   * it fits, so that no glob takes longer than its length times the name's.
   */
  public boolean matches(String entity) {
    int at = 0;
    int inGlob = 0;
    int star = NONE;
    int behindStar = NONE;
    while (at < entity.length()) {
      if (inGlob < glob.length() && glob.charAt(inGlob) == '*') {
        star = inGlob++;
        if (inGlob == glob.length()) {
          return true;
        }
        behindStar = at;
      } else if (fits(inGlob, entity.codePointAt(at))) {
        inGlob += Character.charCount(glob.codePointAt(inGlob));
        at += Character.charCount(entity.codePointAt(at));
      } else if (star == NONE) {
        return false;
      } else {
        inGlob = star + 1;
        behindStar += Character.charCount(entity.codePointAt(behindStar));
        at = behindStar;
      }
    }
    return isAnythingFrom(inGlob);
  }

  private boolean fits(int place, int character) {
    return place < glob.length()
        && (glob.charAt(place) == '?' || glob.codePointAt(place) == character);
  }

  private boolean isAnythingFrom(int place) {
    int rest = place;
    while (rest < glob.length() && glob.charAt(rest) == '*') {
      rest++;
    }
    return rest == glob.length();
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
