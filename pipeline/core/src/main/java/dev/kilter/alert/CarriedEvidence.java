package dev.kilter.alert;

import dev.kilter.score.Carried;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.RowTelling;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.ToldRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a network that carries its state had in it when it was shown a row. Which rows were in one
 * batch is chance, and so is how far back this reaches.
 *
 * @param state what it had in it at first, as it takes it; empty where its history began
 * @param lead the rows that it was shown from there on, up to the one in question; null: none
 */
public record CarriedEvidence(float[] state, ToldRows lead) {

  /**
   * Of what a score tells of it.
   *
   * @return null where nothing was carried
   */
  static CarriedEvidence of(Carried carried, List<String> names, RowTelling telling) {
    if (carried == null) {
      return null;
    }
    List<Sequence> rows = new ArrayList<>();
    Carried before = carried;
    while (before instanceof Score score) {
      rows.add(score.sequence());
      before = score.carried();
    }
    Collections.reverse(rows);
    float[] state = ((RecurrentState) before).values().clone();
    return new CarriedEvidence(state, rows.isEmpty() ? null : telling.of(rows, names));
  }
}
