package dev.kilter.rig.oracle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * In what the alerts of a disturbed pipeline differ from those of an undisturbed one.
 *
 * @param lost never told
 * @param doubled told again
 * @param changed told otherwise, or not to be told at all
 * @param outOfOrder told before one of the same incident that comes before them
 */
public record Differences(
    List<String> lost, List<String> doubled, List<String> changed, List<String> outOfOrder) {

  /** Whether nothing is wrong; with doubles allowed, nothing but those. */
  public boolean isClean(boolean doublesAllowed) {
    return lost.isEmpty()
        && changed.isEmpty()
        && outOfOrder.isEmpty()
        && (doublesAllowed || doubled.isEmpty());
  }

  /** Writes each of them down. */
  public void write(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lost.forEach(each -> lines.add("lost: " + each));
    doubled.forEach(each -> lines.add("doubled: " + each));
    changed.forEach(each -> lines.add("changed: " + each));
    outOfOrder.forEach(each -> lines.add("out of order: " + each));
    Files.write(file, lines);
  }

  @Override
  public String toString() {
    return "lost %d, doubled %d, changed %d, out of order %d"
        .formatted(lost.size(), doubled.size(), changed.size(), outOfOrder.size());
  }
}
