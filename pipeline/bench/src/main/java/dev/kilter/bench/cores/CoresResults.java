package dev.kilter.bench.cores;

import dev.kilter.bench.cores.CoresTrial.Subject;
import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the rounds measure, and holds two cores against one. */
final class CoresResults {
  private final Map<CoresTrial, List<Figure>> figures = new LinkedHashMap<>();

  void add(CoresTrial trial, Figure figure) {
    figures.computeIfAbsent(trial, unseen -> new ArrayList<>()).add(figure);
  }

  /** Each subject with each model, in the order they were measured in. */
  List<CoresLine> lines() {
    return figures.keySet().stream()
        .filter(trial -> trial.cores() == 1)
        .map(trial -> line(trial.subject(), trial.model()))
        .toList();
  }

  private CoresLine line(Subject subject, String model) {
    List<Double> one = perSecond(subject, model, 1);
    List<Double> two = perSecond(subject, model, 2);
    List<Double> ratios = new ArrayList<>();
    for (int round = 0; round < one.size(); round++) {
      ratios.add(two.get(round) / one.get(round));
    }
    return new CoresLine(
        subject.label(),
        model,
        Spread.of(one),
        Spread.of(two),
        Spread.of(ratios),
        ratios,
        had(subject, model));
  }

  private double had(Subject subject, String model) {
    return figures.entrySet().stream()
        .filter(trial -> trial.getKey().subject() == subject)
        .filter(trial -> trial.getKey().model().equals(model))
        .flatMap(
            trial ->
                trial.getValue().stream().map(figure -> figure.cores() / trial.getKey().cores()))
        .reduce(1.0, Math::min);
  }

  private List<Double> perSecond(Subject subject, String model, int cores) {
    return figures.get(new CoresTrial(subject, model, cores)).stream()
        .map(Figure::perSecond)
        .toList();
  }
}
