package dev.kilter.tools.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The parts of the page that are the same in every report, from the class path. */
final class PageResources {
  private static final List<String> SCRIPTS =
      List.of(
          "data.js",
          "view.js",
          "format.js",
          "chart.js",
          "health.js",
          "bands.js",
          "lanes.js",
          "heatmap.js",
          "readout.js",
          "entities.js",
          "tables.js",
          "theme.js",
          "explanation.js",
          "report.js");
  private static final List<String> EXPLANATION_SCRIPTS =
      List.of("format.js", "theme.js", "explanation.js", "explanation-page.js");
  private static final String CHARTS = "/META-INF/resources/webjars/uplot/";
  private static final String CHARTS_VERSION =
      "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private PageResources() {}

  /** The page of a run, with the chart library and its licence. */
  static Page report() {
    String licence = "/*\nuPlot is used under this licence:\n\n" + read(charts("LICENSE")) + "*/\n";
    return new Page(
        template("report.html", "run"),
        read(charts("dist/uPlot.min.css")) + "\n" + style(),
        licence + read(charts("dist/uPlot.iife.min.js")) + "\n" + own(SCRIPTS));
  }

  /** The page of an explanation. */
  static Page explanation() {
    return new Page(template("explanation.html", "alone"), style(), own(EXPLANATION_SCRIPTS));
  }

  /** What all pages begin with, and a page's own; the layout is a class in the style sheets. */
  private static String template(String name, String layout) {
    return read(name).replace("{{head}}", read("head.html").replace("{{layout}}", layout));
  }

  private static String style() {
    return read("report.css") + "\n" + read("explanation.css");
  }

  private static String own(List<String> scripts) {
    return scripts.stream()
        .map(PageResources::read)
        .collect(Collectors.joining("\n", "'use strict';\n", ""));
  }

  private static String charts(String file) {
    Properties library = new Properties();
    try {
      library.load(new StringReader(read(CHARTS_VERSION)));
    } catch (IOException e) {
      throw new IllegalStateException("reading from a string does not fail", e);
    }
    return CHARTS + library.getProperty("version") + "/" + file;
  }

  private static String read(String name) {
    try (InputStream bytes = PageResources.class.getResourceAsStream(name)) {
      if (bytes == null) {
        throw new IllegalStateException("the build is broken: " + name + " is missing");
      }
      return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new IllegalStateException("the build is broken: " + name + " cannot be read", e);
    }
  }
}
