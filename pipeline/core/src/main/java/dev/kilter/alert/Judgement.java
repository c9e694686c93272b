package dev.kilter.alert;

import dev.kilter.score.Verdict;

/**
 * What came of one score.
 *
 * @param watch what is to be remembered of the entity from now on
 * @param verdict the score held against its threshold
 * @param alert what there is to tell, or null
 */
public record Judgement(Watch watch, Verdict verdict, Alert alert) {}
