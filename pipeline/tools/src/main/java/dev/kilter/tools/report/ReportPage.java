package dev.kilter.tools.report;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Writes the page of a run. */
final class ReportPage {
  private final Run run;
  private final Explained explained;
  private final Writer out;

  private ReportPage(Run run, Explained explained, Writer out) {
    this.run = run;
    this.explained = explained;
    this.out = out;
  }

  static void write(String title, Run run, Explained explained, Writer out) throws IOException {
    ReportPage page = new ReportPage(run, explained, out);
    PageResources.report().write(title, page::writeData, out);
  }

  private void writeData() throws IOException {
    List<String> entities = run.ranking();
    Page.writeData("index", json -> IndexJson.write(run, entities, json), out);
    Page.writeData("told", json -> json.writeTree(explained.json()), out);
    for (int number = 0; number < entities.size(); number++) {
      EntityHistory entity = run.history().entities().get(entities.get(number));
      Page.writeData(
          "entity-" + number,
          json -> EntityJson.write(entity, run.history().channels(), json),
          out);
    }
  }
}
