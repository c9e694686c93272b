package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import dev.kilter.tools.recording.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * JSON with placeholders such as <code>{{/entity}}</code>, which stand for values of an alert: in a
 * text for the value as text, elsewhere for the value as JSON. Whatever an alert holds, what comes
 * out is JSON.
 */
final class BodyTemplate {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final String BEGIN = "{{";
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\{\\{[ \\t]*(/[^{}\\r\\n]*?)[ \\t]*\\}\\}");
  private static final int LONGEST_SHOWN = 40;

  /** What stands for values while a template is checked; a text that no escape could begin with. */
  private static final String ANY_TEXT = "-";

  private static final String ANY_JSON = "null";

  private final List<TemplatePart> parts;

  private BodyTemplate(List<TemplatePart> parts) {
    this.parts = parts;
  }

  /**
   * Reads a template.
   *
   * @throws UserError if there is none, or naming the line that is wrong
   */
  static BodyTemplate read(Path file) {
    try {
      return parse(file, Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new UserError("There is no template " + file + ".", e);
    } catch (IOException e) {
      throw new UserError("The template " + file + " cannot be read: " + e.getMessage() + ".", e);
    }
  }

  /**
   * Reads a template.
   *
   * @param file where it stands, for errors
   * @throws UserError naming the line that is wrong
   */
  static BodyTemplate parse(Path file, String text) {
    TemplateParts parts = new TemplateParts();
    int at = 0;
    for (int begin = text.indexOf(BEGIN); begin >= 0; begin = text.indexOf(BEGIN, at)) {
      Matcher placeholder = PLACEHOLDER.matcher(text).region(begin, text.length());
      if (!placeholder.lookingAt()) {
        throw place(file, text, begin)
            .error(
                shown(text.substring(begin))
                    + " is no placeholder; write a JSON pointer, as in {{/entity}}.");
      }
      parts.literal(text.substring(at, begin));
      parts.value(JsonPointer.compile(placeholder.group(1)));
      at = placeholder.end();
    }
    parts.literal(text.substring(at));
    BodyTemplate template = new BodyTemplate(parts.all());
    template.check(file);
    return template;
  }

  /** The body for an alert. What it does not have is nothing in a text, and null elsewhere. */
  byte[] fill(JsonNode alert) {
    StringBuilder body = new StringBuilder();
    for (TemplatePart part : parts) {
      body.append(
          part instanceof TemplatePart.Value value
              ? inserted(alert.at(value.pointer()), value.inText())
              : ((TemplatePart.Literal) part).text());
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String inserted(JsonNode value, boolean inText) {
    if (!inText) {
      return value.isMissingNode() ? ANY_JSON : value.toString();
    }
    String text = value.isContainerNode() ? value.toString() : Notice.text(value);
    return new String(JsonStringEncoder.getInstance().quoteAsString(text));
  }

  private void check(Path file) {
    StringBuilder sample = new StringBuilder();
    for (TemplatePart part : parts) {
      sample.append(
          part instanceof TemplatePart.Value value
              ? (value.inText() ? ANY_TEXT : ANY_JSON)
              : ((TemplatePart.Literal) part).text());
    }
    try {
      if (JSON.readTree(sample.toString()).isMissingNode()) {
        throw new UserError("The template " + file + " is empty.");
      }
    } catch (JsonProcessingException e) {
      throw new Place(file, e.getLocation() == null ? 1 : e.getLocation().getLineNr())
          .error("this is no JSON: " + e.getOriginalMessage() + ".");
    }
  }

  private static Place place(Path file, String text, int at) {
    return new Place(file, 1 + text.substring(0, at).chars().filter(each -> each == '\n').count());
  }

  private static String shown(String text) {
    String line = text.lines().findFirst().orElse("");
    int end = line.indexOf("}}");
    String whole = end < 0 ? line : line.substring(0, end + 2);
    return whole.length() <= LONGEST_SHOWN ? whole : whole.substring(0, LONGEST_SHOWN) + "…";
  }
}
