package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTemplateTest {
  private static final Path FILE = Path.of("hook.json");
  private static final String ALERT =
      "{\"entity\": \"pump \\\"17\\\"\\n\", \"score\": 9.4, \"late\": true, \"nothing\": null,"
          + " \"channels\": [{\"name\": \"vibration\"}], \"a/b\": \"slash\"}";

  @TempDir private Path folder;

  @Test
  void withinATextAValueIsInsertedAsTextAndEscaped() throws Exception {
    assertThat(filled("{\"text\": \"{{/entity}} at {{/score}}, {{ /channels/0/name }}\"}"))
        .isEqualTo("{\"text\": \"pump \\\"17\\\"\\n at 9.4, vibration\"}");
  }

  @Test
  void outsideOfATextAValueIsInsertedAsJson() throws Exception {
    assertThat(filled("{\"a\": {{/entity}}, \"b\": {{/score}}, \"c\": {{/late}}}"))
        .isEqualTo("{\"a\": \"pump \\\"17\\\"\\n\", \"b\": 9.4, \"c\": true}");
    assertThat(filled("{\"c\": {{/channels}}}")).isEqualTo("{\"c\": [{\"name\":\"vibration\"}]}");
  }

  @Test
  void anObjectWithinATextIsItsJsonEscaped() throws Exception {
    assertThat(filled("\"{{/channels/0}}\"")).isEqualTo("\"{\\\"name\\\":\\\"vibration\\\"}\"");
  }

  @Test
  void whatTheAlertDoesNotHaveIsNothingInATextAndNullElsewhere() throws Exception {
    assertThat(filled("[\"<{{/summary}}>\", {{/summary}}, \"<{{/nothing}}>\", {{/nothing}}]"))
        .isEqualTo("[\"<>\", null, \"<>\", null]");
  }

  @Test
  void pointersAreThoseOfJson() throws Exception {
    assertThat(filled("\"{{/a~1b}}\"")).isEqualTo("\"slash\"");
  }

  @Test
  void anEscapedQuoteEndsNoText() throws Exception {
    assertThat(filled("[\"\\\"{{/late}}\\\\\", {{/late}}]")).isEqualTo("[\"\\\"true\\\\\", true]");
  }

  @Test
  void theBracesOfJsonItselfAreNoPlaceholders() throws Exception {
    assertThat(filled("{\"a\": {\"b\": {\"c\": {{/late}}}}}"))
        .isEqualTo("{\"a\": {\"b\": {\"c\": true}}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{{entity}}", "{{}}", "{{/entity}", "{{#each /channels}}", "{{{/entity}}}"})
  void whatIsNoPlaceholderIsRefusedWithItsLine(String placeholder) {
    assertThatThrownBy(
            () -> BodyTemplate.parse(FILE, "{\"a\": 1,\n\"b\": \"" + placeholder + "\"}"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("hook.json:2: {{")
        .hasMessageContaining(" is no placeholder; write a JSON pointer, as in {{/entity}}.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trouble: {{/entity}}",
        "{\"a\": 1{{/score}}}",
        "{{{/entity}}: 1}",
        "\"\\{{/entity}}\"",
        "\"\\u00{{/entity}}\"",
        "{\"a\": 1} {{/entity}}",
        "{\"a\": \"{{/entity}}}",
      })
  void whatWouldNotBecomeJsonIsRefused(String template) {
    assertThatThrownBy(() -> BodyTemplate.parse(FILE, template)).isInstanceOf(UserError.class);
  }

  @Test
  void theLineThatIsNoJsonIsNamed() {
    assertThatThrownBy(() -> BodyTemplate.parse(FILE, "{\n\"a\": \"{{/entity}}\",\nb\n}"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("hook.json:3: this is no JSON: ");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> BodyTemplate.read(folder.resolve("none.json")))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("There is no template ");
  }

  @Test
  void aFileThatIsNoTextIsRefused() throws Exception {
    Path file = Files.write(folder.resolve("binary.json"), new byte[] {'"', -1, '"'});

    assertThatThrownBy(() -> BodyTemplate.read(file))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("binary.json cannot be read");
  }

  private static String filled(String template) throws JsonProcessingException {
    byte[] body =
        BodyTemplate.parse(FILE, template).fill(JsonMapper.builder().build().readTree(ALERT));
    return new String(body, StandardCharsets.UTF_8);
  }
}
