package dev.kilter.tools.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.ZstdOutputStream;
import dev.kilter.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonLinesTest {
  @TempDir private Path folder;

  @Test
  void passesOverBlankLinesButCountsThem() {
    List<String> places = new ArrayList<>();

    JsonLines.read(
        LineFiles.file(folder, "a.jsonl", "{}", "", " ", "{}"), line -> places.add(line.place()));

    assertThat(places).containsExactly(folder + "/a.jsonl:1", folder + "/a.jsonl:4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"time\": \"noon\"} | :1:10: \"time\" must be an instant such as"
            + " \"2026-03-01T12:00:00Z\", not \"noon\".",
        "{\"time\": 1772366400250} | not 1772366400250.",
        "{\"time\": null} | not null.",
        "{\"time\": {\"at\": 1}} | not {.",
        "{\"time\": \"+1000000000-12-31T23:59:59Z\"} | not \"+1000000000-12-31T23:59:59Z\".",
        "{\"Time\": 1} | :1:1: \"time\" is missing; it must be an instant such as",
        "{\"time\" 1} | :1:9: this is not JSON: Unexpected character ('1' (code 49))",
        "{\"time\": \"2026 | :1:15: this is not JSON: Unexpected end-of-input",
        "[1] | :1:1: a line must be one JSON object",
        "{} {} | :1:4: more follows behind the object",
      })
  void tellsWhereATimeIsWrongAndWhatWouldBeRight(String line, String sentence) {
    assertThatThrownBy(() -> read(line, fields -> fields.instantMillis("time")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"score\": \"1\"} | :1:11: \"score\" must be a number, not \"1\".",
        "{\"score\": 1e999} | :1:11: \"score\" must be a finite number, not 1e999.",
        "{\"score\": NaN} | this is not JSON",
        "{\"scores\": 1} | \"score\" is missing; it must be a number.",
      })
  void tellsWhereANumberIsWrong(String line, String sentence) {
    assertThatThrownBy(() -> read(line, fields -> fields.number("score")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesATextThatIsEmptyAndShowsTheBeginOfALongOne() {
    assertThatThrownBy(() -> read("{\"entity\": \"\"}", fields -> fields.text("entity")))
        .hasMessageContaining("\"entity\" must be a text that is not empty, not \"\".");
    String longText = "x".repeat(1000);
    assertThatThrownBy(
            () -> read("{\"t\": \"" + longText + "\"}", fields -> fields.instantMillis("t")))
        .hasMessageEndingWith("not \"" + "x".repeat(60) + "…\".");
  }

  @Test
  void readsACompressedFileAndSaysWhenItIsCutOff() throws IOException {
    byte[] whole = compressed("{\"n\": 1}\n{\"n\": 2}\n");
    Path file = Files.write(folder.resolve("a.jsonl.gz"), whole);
    List<Double> numbers = new ArrayList<>();
    JsonLines.read(file, line -> numbers.add(line.number("n")));
    assertThat(numbers).containsExactly(1.0, 2.0);

    Files.write(file, Arrays.copyOf(whole, whole.length - 9));
    assertThatThrownBy(() -> JsonLines.read(file, line -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a.jsonl.gz:2: the file is cut off here");
  }

  @Test
  void readsAFileThatIsCompressedByZstandard() throws IOException {
    Path file = folder.resolve("a.jsonl.zst");
    try (OutputStream bytes = new ZstdOutputStream(Files.newOutputStream(file))) {
      bytes.write("{\"n\": 1}\n\n{\"n\": 2}".getBytes(StandardCharsets.UTF_8));
    }
    List<Double> numbers = new ArrayList<>();

    JsonLines.read(file, line -> numbers.add(line.number("n")));

    assertThat(numbers).containsExactly(1.0, 2.0);
  }

  @Test
  void readsWhatIsWithinALine() {
    read(
        "{\"values\": {\"b\": 1.5, \"a\": null}, \"leads\": [{\"name\": \"b\"}, 3, {\"name\": \"a\"}]}",
        line -> {
          assertThat(line.numbers("values"))
              .containsExactly(Map.entry("b", 1.5), Map.entry("a", Double.NaN));
          assertThat(line.objects("leads"))
              .extracting(lead -> lead.text("name"))
              .containsExactly("b", "a");
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"values\": {\"flow\": \"1\"}} | :1:21: \"flow\" must be a number, not \"1\".",
        "{\"values\": [1]} | :1:12: \"values\" must be an object of numbers such as",
        "{\"values\": {\"flow\": 1 | this is not JSON",
      })
  void tellsWhereANumberWithinALineIsWrong(String line, String sentence) {
    assertThatThrownBy(() -> read(line, fields -> fields.numbers("values")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"leads\": [{\"part\": 1}]} | :1:12: \"name\" is missing; it must be a text.",
        "{\"leads\": {}} | :1:11: \"leads\" must be an array, not {.",
        "{\"leads\": [{\"name\": \"a\"} | this is not JSON",
      })
  void tellsWhereAnObjectWithinALineIsWrong(String line, String sentence) {
    assertThatThrownBy(
            () -> read(line, fields -> fields.objects("leads").forEach(lead -> lead.text("name"))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void saysWhenAFileIsNotThereOrNotWhatItsNameSays() throws IOException {
    Path none = folder.resolve("none.jsonl");
    Path plain = LineFiles.file(folder, "plain.jsonl.gz", "{}");
    Path latin = Files.write(folder.resolve("latin.jsonl"), new byte[] {'{', (byte) 0xe9, '}'});

    assertThatThrownBy(() -> JsonLines.read(none, line -> {}))
        .isInstanceOf(UserError.class)
        .hasMessage("There is no file " + none + " that can be read.");
    assertThatThrownBy(() -> JsonLines.read(plain, line -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("plain.jsonl.gz is not packed as its name says");
    assertThatThrownBy(() -> JsonLines.read(latin, line -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("latin.jsonl:1:4: this is not JSON: ");
  }

  private void read(String line, Consumer<JsonFields> reader) {
    JsonLines.read(LineFiles.file(folder, "a.jsonl", line), reader);
  }

  private static byte[] compressed(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }
}
