package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the bytes of events are, and whether it goes together with fields and channels. */
class EventFormatTest {
  private static final String WIDE_SCHEMA =
      """
      {"type": "record", "name": "Reading", "fields": [
        {"name": "entity", "type": "string"},
        {"name": "time", "type": {"type": "long", "logicalType": "timestamp-micros"}},
        {"name": "values", "type": {"type": "map", "values": ["null", "double"]}}]}
      """;

  @TempDir private Path folder;

  @Test
  void isJsonUnlessTheFileSaysOtherwise() {
    assertThat(read(LEAST).events().encoding()).isEqualTo(new EventEncoding.Json());
    assertThat(read(LEAST + "format: {type: json}").events().encoding())
        .isEqualTo(new EventEncoding.Json());
  }

  @Test
  void everyKeyOfCsvIsMapped() {
    EventFormat format =
        read(LEAST + "format: {type: csv, columns: [entity, time, temperature], separator: \";\"}")
            .events();
    assertThat(format.encoding())
        .isEqualTo(new EventEncoding.Csv(List.of("entity", "time", "temperature"), ';'));
    assertThat(format.place(format.channels().get(0))).isEqualTo("/temperature");
  }

  @Test
  void everyKeyOfAvroIsMapped() throws IOException {
    EventEncoding.Avro avro =
        (EventEncoding.Avro)
            read(LEAST + avro("type: avro", ", framing: confluent, schema-id: 42", WIDE_SCHEMA))
                .events()
                .encoding();
    assertThat(avro.schema()).startsWith("{\"type\":\"record\",\"name\":\"Reading\"");
    assertThat(avro.framing()).isEqualTo(EventEncoding.Framing.CONFLUENT);
    assertThat(avro.schemaId()).isEqualTo(42);
  }

  @Test
  void theSchemaSaysHowTimesAreWritten() throws IOException {
    assertThat(read(LEAST + avro("type: avro", "", WIDE_SCHEMA)).events().time().format())
        .isEqualTo("epoch-micros");
  }

  @ParameterizedTest
  @CsvSource({
    "'{type: csv}', 'format.columns is []; it must be the names of a line''s cells in their order, each"
        + " once, as in [entity, time, pressure]'",
    "'{type: csv, columns: [entity, time, temperature, time]}', 'format.columns is [entity, time,"
        + " temperature, time]; it must be the names of a line''s cells in their order, each once, as in"
        + " [entity, time, pressure]'",
    "'{type: csv, columns: [entity, time, temperature], separator: ab}', 'format.separator is \"ab\"; it"
        + " must be one character, such as , or ;, or tab'",
    "'{type: csv, columns: [device, time, temperature]}', 'format.columns is [device, time, temperature];"
        + " it must be with a column for the field \"/entity\"'",
    "'{type: avro}', format.schema is missing",
    "'{type: avro, schema: }', format.schema is missing",
    "'{type: json, schema: a.avsc}', 'unknown key format.schema; known here are [type]'",
  })
  void everyCheckFires(String format, String problem) {
    assertThat(problems(LEAST + "format: " + format)).contains(":5: " + problem);
  }

  @Test
  void aSchemaFileThatIsNotThereIsToldWithItsPlace() {
    assertThat(problems(LEAST + "format: {type: avro, schema: no.avsc}").get(0))
        .startsWith(
            ":5: format.schema is \"no.avsc\"; it must be an Avro schema file; there is no /")
        .endsWith("/no.avsc");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{",
        "[]",
        "{\"type\": \"record\"}",
        "\"long\"",
        "{\"type\": \"array\", \"items\": \"long\"}",
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"next\", \"type\": [\"null\","
            + " \"A\"]}]}",
        "{\"type\": \"record\", \"name\": \"A\", \"fields\": [{\"name\": \"x\", \"type\": {\"type\":"
            + " \"array\", \"items\": \"null\"}}]}",
      })
  void aSchemaThatIsNoneOrCouldGoOnWithoutEndIsRefused(String schema) throws IOException {
    assertThat(problems(LEAST + avro("type: avro", "", schema)).get(0))
        .startsWith(":5: format.schema is \"")
        .contains("; it must be ");
  }

  @Test
  void aFieldThatTheSchemaDoesNotHaveIsTold() throws IOException {
    String file = avro("type: avro", "", WIDE_SCHEMA) + "fields: {entity: /device, time: /at}\n";
    assertThat(problems(LEAST + file))
        .containsExactly(
            ":6: fields.entity is \"/device\"; it must be a field of the Avro schema; the fields of"
                + " Reading are [entity, time, values]",
            ":6: fields.time is \"/at\"; it must be a field of the Avro schema; the fields of Reading"
                + " are [entity, time, values]");
  }

  @Test
  void everyChannelHasAColumnUnlessLinesAreLong() {
    String columns = "format: {type: csv, columns: [entity, time, humidity]}";
    assertThat(problems(LEAST + columns))
        .containsExactly(
            ":3: channels.temperature is \"/temperature\"; it must be one of the columns, [entity,"
                + " time, humidity]");
    String longLines = "format: {type: csv, columns: [entity, time, channel, value]}";
    assertThat(read(LEAST + longLines).events().fields().channel()).isEqualTo("/channel");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'name': 't', 'type': 'long'} | {'name': 'x', 'type': 'string'} |"
            + " channels.temperature is \"/x\"; it must be a number in the Avro schema; the fields of E"
            + " are [e, t, x]",
        "{'name': 't', 'type': 'bytes'} | {'name': 'x', 'type': 'int'} |"
            + " fields.time is \"/t\"; it must be a field of one of the types [STRING, INT, LONG, DOUBLE]",
        "{'name': 't', 'type': {'type': 'int', 'logicalType': 'date'}} | {'name': 'x', 'type': 'int'} |"
            + " fields.time is local or no whole instant; it must be a timestamp, a number or a text",
        "{'name': 't', 'type': {'type': 'long', 'logicalType': 'local-timestamp-millis'}} |"
            + " {'name': 'x', 'type': 'int'} |"
            + " fields.time is local or no whole instant; it must be a timestamp, a number or a text",
      })
  void aSchemaWithOtherTypesIsTold(String time, String channel, String problem) throws IOException {
    String schema =
        "{'type': 'record', 'name': 'E', 'fields': [{'name': 'e', 'type': 'string'}, %s, %s]}";
    String file =
        LEAST.replace("temperature: {}", "temperature: {field: /x}")
            + avro("type: avro", "", schema.formatted(time, channel).replace('\'', '"'))
            + "fields: {entity: /e, time: /t}\n";
    assertThat(problems(file)).singleElement().asString().endsWith(problem);
  }

  @Test
  void readingsMayBeNullableAndSoMayTheirRecords() throws IOException {
    String schema =
        """
        ["null", {"type": "record", "name": "M", "fields": [{"name": "data", "type": ["null",
          {"type": "array", "items": ["null", {"type": "record", "name": "R", "fields": [
            {"name": "entity", "type": ["null", "string"]}, {"name": "time", "type": "long"},
            {"name": "temperature", "type": ["null", "float"]}]}]}]}]}]
        """;
    String fields = "fields: {readings: /data, values: \"\"}\n";
    assertThat(read(LEAST + avro("type: avro", "", schema) + fields).events().fields().readings())
        .isEqualTo("/data");
  }

  @Test
  void aLongEventsFieldsCanBeTurnedOff() {
    EventFields fields = read(LEAST + "fields: {channel: \"\", value: \"\"}").events().fields();
    assertThat(fields.channel()).isNull();
    assertThat(fields.value()).isNull();
  }

  @Test
  void valuesMayNotStandWithinAnotherField() {
    assertThat(problems(LEAST + "fields: {values: /entity/values}"))
        .contains(
            ":5: fields.values is \"/entity/values\"; it must be apart from entity, \"/entity\"");
  }

  @Test
  void entityAndTimeMayStandAmongTheValues() {
    String envelope = "fields: {entity: /data/id, time: /data/ts, values: /data}";
    assertThat(read(LEAST + envelope).events().fields().values()).isEqualTo("/data");
  }

  @Test
  void aChannelMustNotStandWhereAnotherFieldDoes() {
    String file =
        LEAST.replace("temperature: {}", "temperature: {field: /time}, b: {field: /time/x}");
    assertThat(problems(file))
        .containsExactly(
            ":3: channels.temperature is \"/time\"; it must be apart from time, \"/time\"",
            ":3: channels.b is \"/time/x\"; it must be apart from time, \"/time\"",
            ":3: channels.b is \"/time/x\"; it must be apart from temperature, \"/time\"");
  }

  @Test
  void aFlatChannelComesBeforeAFieldOfLongEvents() {
    EventFormat format =
        read(LEAST.replace("temperature", "value") + "fields: {values: \"\"}").events();
    assertThat(format.place(format.channels().get(0))).isEqualTo("/value");
    assertThat(format.fields().channel()).isNull();
  }

  @Test
  void aPatternWithoutAZoneNeedsOne() {
    assertThat(problems(LEAST + "fields: {time-format: \"yyyy-MM-dd HH:mm\"}"))
        .containsExactly(
            ":5: fields.time-zone is missing; it must be given, since time-format says none, such as"
                + " UTC");
  }

  private String avro(String type, String further, String schema) throws IOException {
    Path file = Files.writeString(folder.resolve("events.avsc"), schema);
    return "format: {" + type + ", schema: \"" + file + "\"" + further + "}\n";
  }
}
