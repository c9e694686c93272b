package dev.kilter.tools.report;

import java.awt.Color;
import java.awt.image.BufferedImage;

/** Looks for colours in a screenshot. */
record Pixels(BufferedImage image) {
  private static final int NEAR = 12;

  /** How many pixels of a box are nearly of a colour. */
  long count(BrowserPage.Box box, Color colour) {
    long found = 0;
    for (int x = (int) Math.ceil(box.x()); x < box.x() + box.width() - 1; x++) {
      for (int y = (int) Math.ceil(box.y()); y < box.y() + box.height() - 1; y++) {
        found += isNear(new Color(image.getRGB(x, y)), colour) ? 1 : 0;
      }
    }
    return found;
  }

  /** The colour that one of these gives on the other, covering it by a share. */
  static Color over(Color above, double share, Color below) {
    return new Color(
        mixed(above.getRed(), share, below.getRed()),
        mixed(above.getGreen(), share, below.getGreen()),
        mixed(above.getBlue(), share, below.getBlue()));
  }

  private static int mixed(int above, double share, int below) {
    return (int) Math.round(share * above + (1 - share) * below);
  }

  private static boolean isNear(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) <= NEAR
        && Math.abs(one.getGreen() - other.getGreen()) <= NEAR
        && Math.abs(one.getBlue() - other.getBlue()) <= NEAR;
  }
}
