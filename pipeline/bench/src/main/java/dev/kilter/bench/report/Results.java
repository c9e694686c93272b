package dev.kilter.bench.report;

import dev.kilter.bench.measure.Figure;
import dev.kilter.bench.measure.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what the rounds measure, and holds it against the bare network. */
public final class Results {
  private final Map<Trial, List<Figure>> figures = new LinkedHashMap<>();

  /** Takes one more figure. */
  public void add(Trial trial, Figure figure) {
    figures.computeIfAbsent(trial, unseen -> new ArrayList<>()).add(figure);
  }

  /** The lines of one model, in the order they were measured in. */
  public List<Line> lines(String model) {
    double limit = limit(model);
    return figures.keySet().stream()
        .filter(trial -> trial.model().equals(model))
        .map(trial -> line(trial, limit))
        .toList();
  }

  private double limit(String model) {
    return figures.keySet().stream()
        .filter(trial -> trial.limit() && trial.model().equals(model))
        .mapToDouble(trial -> perSecond(trial).median())
        .max()
        .orElse(Double.NaN);
  }

  private Line line(Trial trial, double limit) {
    Spread perSecond = perSecond(trial);
    return new Line(
        trial.label(),
        trial.model(),
        trial.path(),
        perSecond,
        figures.get(trial).stream().map(Figure::perSecond).toList(),
        Spread.of(figures.get(trial).stream().map(Figure::cores).toList()).median(),
        perSecond.median() / limit);
  }

  private Spread perSecond(Trial trial) {
    return Spread.of(figures.get(trial).stream().map(Figure::perSecond).toList());
  }
}
