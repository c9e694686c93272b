package dev.kilter.job.decode;

import static dev.kilter.event.DeadLetterReason.NOT_AN_EVENT;
import static dev.kilter.event.DeadLetterReason.NO_TIME;
import static dev.kilter.job.decode.Decoding.NOON;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Event;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Messages that hold more than one reading: all of them are events, or none is. */
class SeveralReadingsTest {
  private static final EventFormat PLAIN = Decoding.standard();
  private static final EventFormat WITHIN =
      Decoding.with(
          new EventFields("/device", "/time", "/values", "/channel", "/value", "/body/readings"));

  @Test
  void anArrayIsAnEventForEachOfItsObjects() {
    List<Event> events =
        Decoding.events(
            PLAIN,
            """
            [{"entity": "a", "time": 1, "values": {"temperature": 10}},
             {"entity": "b", "time": 2, "channel": "vibration", "value": 20},
             {"entity": "a", "time": 3, "values": {"vibration": 30}}]
            """);
    assertThat(events).extracting(Event::entity).containsExactly("a", "b", "a");
    assertThat(events).extracting(Event::timeMillis).containsExactly(1L, 2L, 3L);
    assertThat(events).extracting(Event::index).containsExactly(0, 1, 2);
    assertThat(events).extracting(Event::offset).containsOnly(41L);
    assertThat(events.get(1).values()).containsExactly(Double.NaN, 20);
  }

  @Test
  void whatAReadingLacksIsTakenFromTheMessageAroundItInAnyOrder() {
    List<Event> events =
        Decoding.events(
            WITHIN,
            """
            {"body": {"readings": [{"time": 1, "value": 10}, {"value": 20, "device": "other"},
                                   {"time": 3, "channel": "temperature", "value": 30}]},
             "time": 9, "channel": "vibration", "device": "pump"}
            """);
    assertThat(events).extracting(Event::entity).containsExactly("pump", "other", "pump");
    assertThat(events).extracting(Event::timeMillis).containsExactly(1L, 9L, 3L);
    assertThat(events.get(0).values()).containsExactly(Double.NaN, 10);
    assertThat(events.get(2).values()).containsExactly(30, Double.NaN);
    assertThat(events).extracting(Event::index).containsExactly(0, 1, 2);
  }

  @Test
  void aMessageWithoutTheArrayIsAReadingItself() {
    String json = "{\"device\": \"pump\", \"time\": 1, \"values\": {\"vibration\": 2}}";
    assertThat(Decoding.events(WITHIN, json)).hasSize(1);
  }

  @Test
  void anArrayOfMessagesWithReadingsIsAllOfThem() {
    String one = "{\"device\": \"%s\", \"body\": {\"readings\": [%s, %s]}}";
    String reading = "{\"time\": %d, \"values\": {\"vibration\": 1}}";
    String a = one.formatted("a", reading.formatted(1), reading.formatted(2));
    String b = one.formatted("b", reading.formatted(3), reading.formatted(4));
    List<Event> events = Decoding.events(WITHIN, "[" + a + "," + b + "]");
    assertThat(events).extracting(Event::entity).containsExactly("a", "a", "b", "b");
    assertThat(events).extracting(Event::timeMillis).containsExactly(1L, 2L, 3L, 4L);
    assertThat(events).extracting(Event::index).containsExactly(0, 1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'entity':'a','time':1,'values':{'vibration':true}} | NOT_A_NUMBER |"
            + " reading 2: vibration is \"true\" where a number belongs",
        "{'entity':'a','values':{'vibration':1}} | NO_TIME | reading 2: the event has no time",
        "{'entity':'a','time':'2026-03-01T13:00:00.001Z','values':{'vibration':1}} | TOO_FAR_AHEAD |"
            + " reading 2: the time is 3600 s ahead of the record's Kafka timestamp, more than 3600 s",
        "7 | NOT_AN_EVENT | reading 2: it is \"7\" where an object belongs",
        "[] | NOT_AN_EVENT | reading 2: it is \"[\" where an object belongs",
      })
  void oneThatIsNoneMakesTheWholeMessageADeadLetterThatSaysWhich(
      String second, String reason, String detail) {
    String good = "{'entity': 'a', 'time': 1, 'values': {'vibration': 1}}";
    String message = ("[" + good + "," + second + "," + good + "]").replace('\'', '"');
    DeadLetter letter = Decoding.deadLetter(PLAIN, message);
    assertThat(letter.reason().name()).isEqualTo(reason);
    assertThat(letter.detail()).isEqualTo(detail);
    assertThat(Decoding.all(PLAIN, letter.value())).hasSize(1);
  }

  @Test
  void readingsOfChannelsNobodyNamedArePassedOverAmongOthers() {
    List<Event> events =
        Decoding.events(
            PLAIN,
            """
            [{"entity": "a", "time": 1, "channel": "humidity", "value": 10},
             {"entity": "a", "time": 2, "channel": "vibration", "value": 20}]
            """);
    assertThat(events).extracting(Event::timeMillis).containsExactly(2L);
    assertThat(events).extracting(Event::index).containsExactly(1);
  }

  @Test
  void nullReadingsAreNone() {
    String json =
        "{\"device\": \"a\", \"time\": 1, \"body\": {\"readings\": null}, \"values\": {\"vibration\": 2}}";
    assertThat(Decoding.events(WITHIN, json)).hasSize(1);
  }

  @Test
  void readingsWithinAReadingAreNoEvent() {
    String inner = "{\"device\": \"a\", \"time\": 1, \"body\": {\"readings\": [%s]}}";
    assertThat(Decoding.deadLetter(WITHIN, inner.formatted(inner.formatted("{}"))).detail())
        .isEqualTo("reading 1: there are readings within a reading");
  }

  @Test
  void noReadingIsNoEvent() {
    assertThat(Decoding.deadLetter(PLAIN, "[]").detail()).isEqualTo("there is no reading in it");
    String empty = "{\"device\": \"a\", \"time\": 1, \"body\": {\"readings\": []}}";
    assertThat(Decoding.deadLetter(WITHIN, empty).reason()).isEqualTo(NOT_AN_EVENT);
  }

  @Test
  void readingsAreAnArray() {
    String json = "{\"device\": \"a\", \"body\": {\"readings\": {\"time\": 1}}}";
    assertThat(Decoding.deadLetter(WITHIN, json).detail())
        .isEqualTo("readings is \"{\" where an array belongs");
  }

  @Test
  void nothingOfALongMessageIsLeftInTheNext() {
    EventDecoder decoder = Decoding.decoder(PLAIN);
    String all =
        IntStream.range(0, 1_000)
            .mapToObj(
                i -> "{\"entity\": \"e\", \"time\": " + i + ", \"values\": {\"vibration\": 1}}")
            .collect(Collectors.joining(",", "[", "]"));
    assertThat(decode(decoder, all)).hasSize(1_000);
    assertThat(((DeadLetter) decode(decoder, "{\"time\": 1}").get(0)).detail())
        .isEqualTo("the event names no entity");
    assertThat(((DeadLetter) decode(decoder, "{\"entity\": \"e\"}").get(0)).reason())
        .isEqualTo(NO_TIME);
    assertThat(((DeadLetter) decode(decoder, "{\"entity\": \"e\", \"time\": 1}").get(0)).reason())
        .isEqualTo(NOT_AN_EVENT);
  }

  private static List<?> decode(EventDecoder decoder, String value) {
    return decoder.decode(Decoding.POSITION, NOON, null, value.getBytes(UTF_8));
  }
}
