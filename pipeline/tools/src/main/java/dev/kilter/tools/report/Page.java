package dev.kilter.tools.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/**
 * A page in one file. It may run its own script and use its own styles, told by their digests, and
 * do nothing else: no network, no other script even if data found a way to become markup.
 *
 * @param template the markup, with places to fill in
 * @param style its styles
 * @param script its script
 */
record Page(String template, String style, String script) {
  private static final String DATA = "{{data}}";

  /** What the page is about: pieces of JSON. */
  interface Data {
    void write() throws IOException;
  }

  /** One piece of JSON. */
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  /** Writes the page, the data being written in its place. */
  void write(String title, Data data, Writer out) throws IOException {
    int place = template.indexOf(DATA);
    String head =
        template
            .substring(0, place)
            .replace("{{policy}}", policy())
            .replace("{{style}}", style)
            .replace("{{title}}", escaped(title));
    out.write(head);
    data.write();
    out.write(template.substring(place + DATA.length()).replace("{{script}}", script));
  }

  /** Writes a piece of the data, to be found under an id. */
  static void writeData(String id, Content content, Writer out) throws IOException {
    out.write("<script type=\"application/json\" id=\"" + id + "\">");
    try (JsonGenerator json = ScriptJson.generator(out)) {
      content.write(json);
    }
    out.write("</script>\n");
  }

  private String policy() {
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
}
