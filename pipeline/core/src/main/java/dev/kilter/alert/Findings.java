package dev.kilter.alert;

import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import java.util.List;

/**
 * What an alert rests on.
 *
 * @param score the averaged score
 * @param threshold what it was held against
 * @param peak the incident's highest score so far
 * @param channels the leading channels, the largest part first
 * @param classes the classes that it most probably is of; empty without classifier
 * @param model which model judged
 * @param evidence what it takes to score the moment again
 * @param health what was wrong with the entity's channels, besides
 */
public record Findings(
    double score,
    double threshold,
    double peak,
    List<ChannelPart> channels,
    List<ClassProbability> classes,
    ModelReference model,
    Evidence evidence,
    List<Ailment> health) {

  /** What an alert of an entity rests on with which nothing was wrong besides. */
  public Findings(
      double score,
      double threshold,
      double peak,
      List<ChannelPart> channels,
      List<ClassProbability> classes,
      ModelReference model,
      Evidence evidence) {
    this(score, threshold, peak, channels, classes, model, evidence, List.of());
  }

  /** What is wrong with the channel that leads, so that its values say nothing; null: nothing. */
  Ailment ailmentOfTheLeader() {
    return health.stream()
        .filter(ailment -> ailment.kind() != HealthKind.REBASELINED)
        .filter(ailment -> !channels.isEmpty())
        .filter(ailment -> channels.get(0).name().equals(ailment.channel()))
        .findFirst()
        .orElse(null);
  }
}
