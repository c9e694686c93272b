package dev.kilter.bench.forest;

import com.amazon.randomcutforest.RandomCutForest;
import dev.kilter.UserError;
import java.nio.file.Path;

/** Scores the rows of a file, one line after the other. */
final class ForestScores {
  private static final long SEED = 7;
  private static final double ALL = 1;

  private final Path file;
  private final int together;
  private RandomCutForest forest;
  private int channels;
  private int line;

  ForestScores(Path file, int together) {
    this.file = file;
    this.together = together;
  }

  /** How odd the row in the next line is to all rows before it. */
  double next(String text) {
    line++;
    float[] row = row(text);
    if (forest == null) {
      channels = row.length;
      forest = new ForestKind(channels, together, ALL).empty(SEED);
    }
    if (row.length != channels) {
      throw new UserError(
          "%s:%d has %d numbers; the first line has %d"
              .formatted(file, line, row.length, channels));
    }
    double score = forest.getAnomalyScore(row);
    forest.update(row);
    return score;
  }

  private float[] row(String text) {
    String[] words = text.split(",", -1);
    float[] row = new float[words.length];
    for (int channel = 0; channel < row.length; channel++) {
      row[channel] = number(words[channel]);
    }
    return row;
  }

  private float number(String word) {
    try {
      float number = Float.parseFloat(word);
      if (Float.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw new UserError(notANumber(word), e);
    }
    throw new UserError(notANumber(word));
  }

  private String notANumber(String word) {
    return "%s:%d: \"%s\" is not a number; a line is numbers separated by commas"
        .formatted(file, line, word);
  }
}
