package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

/**
 * Writes the page. It may run its own script and use its own styles, told by their digests, and do
 * nothing else: no network, no other script even if data found a way to become markup.
 */
final class ReportPage {
  private static final String DATA = "{{data}}";

  private final String title;
  private final Run run;
  private final Writer out;

  private ReportPage(String title, Run run, Writer out) {
    this.title = title;
    this.run = run;
    this.out = out;
  }

  static void write(String title, Run run, Writer out) throws IOException {
    new ReportPage(title, run, out).write();
  }

  private void write() throws IOException {
    String style = PageResources.style();
    String script = PageResources.script();
    String template = PageResources.template();
    int data = template.indexOf(DATA);
    String head =
        template
            .substring(0, data)
            .replace("{{policy}}", policy(style, script))
            .replace("{{style}}", style)
            .replace("{{title}}", escaped(title));
    out.write(head);
    writeData();
    out.write(template.substring(data + DATA.length()).replace("{{script}}", script));
  }

  private void writeData() throws IOException {
    List<String> entities = run.ranking();
    writeData("index", json -> IndexJson.write(run, entities, json));
    for (int number = 0; number < entities.size(); number++) {
      EntityHistory entity = run.history().entities().get(entities.get(number));
      writeData(
          "entity-" + number, json -> EntityJson.write(entity, run.history().channels(), json));
    }
  }

  private void writeData(String id, Content content) throws IOException {
    out.write("<script type=\"application/json\" id=\"" + id + "\">");
    try (JsonGenerator json = ScriptJson.generator(out)) {
      content.write(json);
    }
    out.write("</script>\n");
  }

  private static String policy(String style, String script) {
    return "default-src 'none'; base-uri 'none'; form-action 'none'; style-src '%s'; script-src '%s'"
        .formatted(digest(style), digest(script));
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "sha256-" + Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
  }

  /** Something that is written as JSON. */
  private interface Content {
    void write(JsonGenerator json) throws IOException;
  }
}
