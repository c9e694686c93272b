package dev.kilter.tools.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes an evaluation for people, on the terminal or as Markdown. */
final class Report {
  private final Evaluation evaluation;
  private final boolean byEntity;

  /** A report, with a table by entity or without. */
  Report(Evaluation evaluation, boolean byEntity) {
    this.evaluation = evaluation;
    this.byEntity = byEntity;
  }

  List<String> text() {
    return lines(Grid::text, summary());
  }

  List<String> markdown() {
    return lines(Grid::markdown, "### " + summary());
  }

  private List<String> lines(Function<Grid, List<String>> format, String head) {
    List<String> lines = new ArrayList<>();
    lines.add(head);
    lines.add("");
    lines.add(notJudged());
    grids()
        .forEach(
            grid -> {
              lines.add("");
              lines.addAll(format.apply(grid));
            });
    return lines;
  }

  private String summary() {
    Evaluation.Material material = evaluation.material();
    return "%s: entities %s, rows %s, judged %s, labels %s"
        .formatted(
            material.detector(),
            Cells.count(material.entities()),
            Cells.count(material.rows().rows()),
            Cells.percent(material.rows().coverage()),
            Cells.count(evaluation.kilter().events().events().size()));
  }

  private String notJudged() {
    EventTally events = evaluation.kilter().events();
    return "Labels wholly in time that was not judged, which no score can find: %d of %d"
        .formatted(events.notJudged(), events.events().size());
  }

  private List<Grid> grids() {
    List<Grid> grids = new ArrayList<>();
    grids.add(CoverageGrids.judged(evaluation.material().rows()));
    grids.addAll(List.of(meanRanking(), pooledRanking(), rows(), events()));
    if (evaluation.health() != null) {
      grids.add(CoverageGrids.health(evaluation.health()));
    }
    if (byEntity) {
      grids.add(entities());
    }
    return grids;
  }

  private Grid meanRanking() {
    int labelled = evaluation.material().labelledEntities();
    int left = evaluation.material().entities() - labelled;
    return grid(
        "Ranking, mean over the entities with labels (" + labelled + "; without: " + left + ")",
        List.of("VUS-PR", "AUC-PR", "AUC-ROC", "oracle F1"),
        performance -> ranking(performance.meanRanking()));
  }

  private Grid pooledRanking() {
    return grid(
        "Ranking, the rows of all entities pooled",
        List.of("VUS-PR", "AUC-PR", "AUC-ROC", "oracle F1"),
        performance -> ranking(performance.pooled()));
  }

  private Grid rows() {
    return grid(
        "Rows, at the calibrated threshold",
        List.of("precision", "recall", "F1", "normal time in alarm"),
        performance -> alarms(performance.rows()),
        true);
  }

  private Grid events() {
    return grid(
        "Events, at the calibrated threshold",
        List.of(
            "found", "recall", "false alarms per entity-day", "median delay", "p90 delay", "NAB"),
        performance -> events(performance.events(), performance.nab()),
        true);
  }

  private Grid entities() {
    List<String> columns =
        List.of(
            "",
            "VUS-PR",
            "AUC-PR",
            "AUC-ROC",
            "F1",
            "found",
            "false alarms",
            "normal time in alarm");
    return new Grid(
        "Kilter by entity",
        columns,
        evaluation.kilter().entities().stream().map(Report::row).toList());
  }

  private static List<String> row(EntityPerformance entity) {
    return List.of(
        entity.entity(),
        Cells.ratio(entity.ranking().vusPr()),
        Cells.ratio(entity.ranking().aucPr()),
        Cells.ratio(entity.ranking().aucRoc()),
        Cells.ratio(entity.rows().f1()),
        found(entity.events()),
        Cells.count(entity.events().falseAlarms()),
        Cells.percent(entity.rows().normalTimeInAlarm()));
  }

  private Grid grid(String title, List<String> columns, Function<Performance, List<String>> cells) {
    return grid(title, columns, cells, false);
  }

  private Grid grid(
      String title,
      List<String> columns,
      Function<Performance, List<String>> cells,
      boolean ofIncidents) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(named("Kilter", cells.apply(evaluation.kilter())));
    if (ofIncidents && evaluation.runs() != null) {
      rows.add(named("runs over the threshold", cells.apply(evaluation.runs())));
    }
    rows.add(named("random", cells.apply(evaluation.random())));
    rows.add(named("always alarming", cells.apply(evaluation.alwaysAlarming())));
    return new Grid(title, named("", columns), rows);
  }

  private static List<String> named(String name, List<String> rest) {
    return Stream.concat(Stream.of(name), rest.stream()).toList();
  }

  private static List<String> ranking(RankingMetrics ranking) {
    return List.of(
        Cells.ratio(ranking.vusPr()),
        Cells.ratio(ranking.aucPr()),
        Cells.ratio(ranking.aucRoc()),
        Cells.ratio(ranking.oracleF1()));
  }

  private static List<String> alarms(RowCounts rows) {
    return List.of(
        Cells.ratio(rows.precision()),
        Cells.ratio(rows.recall()),
        Cells.ratio(rows.f1()),
        Cells.percent(rows.normalTimeInAlarm()));
  }

  private static List<String> events(EventTally events, NabScore nab) {
    return List.of(
        found(events),
        Cells.ratio(events.recall()),
        Cells.rate(events.falseAlarmsPerEntityDay()),
        Cells.length(events.delaySeconds(EventTally.MEDIAN)),
        Cells.length(events.delaySeconds(EventTally.NEARLY_ALL)),
        Cells.points(nab.normalised()));
  }

  private static String found(EventTally events) {
    return events.found() + " of " + events.events().size();
  }
}
