package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_CSV;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvMessagesTest {
  private static final double NONE = Double.NaN;
  private static final EventFormat WIDE =
      csv("/channel", ',', "entity", "time", "remark", "vibration", "temperature");
  private static final EventFormat LONG =
      csv("/channel", ';', "time", "entity", "channel", "value");

  @Test
  void readsALine() {
    Event event = Decoding.events(WIDE, "pump-17,2026-03-01T12:00:00.250Z,ok,0.41,-7.12e1").get(0);
    assertThat(event.entity()).isEqualTo("pump-17");
    assertThat(event.timeMillis()).isEqualTo(1_772_366_400_250L);
    assertThat(event.values()).containsExactly(-71.2, 0.41);
  }

  @Test
  void readsLongLinesWithAnotherSeparator() {
    assertThat(Decoding.events(LONG, "1772366400250;pump-17;vibration;0.41").get(0).values())
        .containsExactly(NONE, 0.41);
  }

  @Test
  void everyLineIsAnEventWhateverEndsIt() {
    List<Event> events = Decoding.events(WIDE, "a,1,,1,2\r\nb,2,,3,4\n\nc,3,,5,6\n");
    assertThat(events).extracting(Event::entity).containsExactly("a", "b", "c");
    assertThat(events).extracting(Event::index).containsExactly(0, 1, 2);
  }

  @Test
  void cellsMayBeQuotedAndPadded() {
    Event event = Decoding.events(WIDE, "\"pump, \"\"17\"\"\" , 5 , \"a\nb\" ,\"1\", 2 ").get(0);
    assertThat(event.entity()).isEqualTo("pump, \"17\"");
    assertThat(event.values()).containsExactly(2, 1);
  }

  @Test
  void anEmptyCellAndNaNAreAbsent() {
    assertThat(Decoding.events(WIDE, "a,1,x,,NaN").get(0).values()).containsExactly(NONE, NONE);
    assertThat(Decoding.events(WIDE, "a,1,x,\"\",3").get(0).values()).containsExactly(3, NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a,1,x,hot,1 | NOT_A_NUMBER | line 1: vibration is \"hot\" where a number belongs",
        "a,1,x,1d,1 | NOT_A_NUMBER | line 1: vibration is \"1d\" where a number belongs",
        "a,1,x,0x1p3,1 | NOT_A_NUMBER | line 1: vibration is \"0x1p3\" where a number belongs",
        "a,1,x,1e999,1 | NOT_A_NUMBER | line 1: vibration is Infinity, too large to be computed with",
        "a,noon,x,1,1 | NO_TIME | line 1: the time \"noon\" is neither ISO 8601 with a zone nor a whole"
            + " number of milliseconds since 1970",
        ",1,x,1,1 | NO_ENTITY | line 1: the event names no entity",
        "a,,x,1,1 | NO_TIME | line 1: the event has no time",
      })
  void aLineThatIsNoEventIsTold(String line, String reason, String detail) {
    DeadLetter letter = Decoding.deadLetter(WIDE, line);
    assertThat(letter.reason().name()).isEqualTo(reason);
    assertThat(letter.detail()).isEqualTo(detail.replace("line 1", "reading 1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,1,x,1", "a", "a,1,x,1,2,3", "a,1,x,1,\"2", "a,1,x,\"1\"2,3"})
  void aLineOfOtherColumnsIsNoCsvOfThisPipeline(String line) {
    assertThat(Decoding.deadLetter(WIDE, line).reason()).isEqualTo(NOT_CSV);
    assertThat(Decoding.deadLetter(WIDE, line).detail()).startsWith("not CSV in line 1: ");
  }

  @Test
  void oneBadLineSpoilsTheMessage() {
    DeadLetter letter = Decoding.deadLetter(WIDE, "a,1,,1,2\na,2,,1,2\na,3,,1");
    assertThat(letter.detail()).startsWith("not CSV in line 3: ");
    assertThat(Decoding.deadLetter(WIDE, "a,1,,1,2\na,2,,x,2").detail())
        .isEqualTo("reading 2: vibration is \"x\" where a number belongs");
  }

  @Test
  void bytesThatAreNoUtf8AreNoCsv() {
    DeadLetter letter = (DeadLetter) Decoding.all(WIDE, "pümp,1,,1,2".getBytes(ISO_8859_1)).get(0);
    assertThat(letter.reason()).isEqualTo(NOT_CSV);
  }

  @Test
  void aMarkInFrontIsNoPartOfTheFirstCell() {
    assertThat(Decoding.events(WIDE, "\uFEFFpump,1,,1,2").get(0).entity()).isEqualTo("pump");
  }

  @Test
  void blankLinesAloneAreNoEvent() {
    assertThat(Decoding.deadLetter(WIDE, "\n\n").detail()).isEqualTo("there is no reading in it");
  }

  private static EventFormat csv(String channel, char separator, String... columns) {
    return Decoding.with(
        new EventEncoding.Csv(List.of(columns), separator),
        new EventFields("/entity", "/time", "", channel, "/value", null),
        TimeNotation.standard());
  }
}
