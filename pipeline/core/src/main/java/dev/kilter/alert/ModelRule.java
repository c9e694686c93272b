package dev.kilter.alert;

import dev.kilter.score.ScoringRule;
import java.io.Serializable;

/**
 * A model, and how its scores become verdicts.
 *
 * @param model how alerts name it
 * @param rule its weight and its threshold
 */
public record ModelRule(ModelReference model, ScoringRule rule) implements Serializable {}
