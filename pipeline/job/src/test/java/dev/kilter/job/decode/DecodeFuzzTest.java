package dev.kilter.job.decode;

import static dev.kilter.job.decode.Decoding.NOON;
import static dev.kilter.job.decode.Decoding.POSITION;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Good records of every format broken at random, by a fixed seed. */
class DecodeFuzzTest {
  private static final int RECORDS = 100_000;

  /** So many records never have so many names that JSON is read by another parser. */
  private static final int FEW_NAMES = 1_000;

  private static final EventFields FLAT =
      new EventFields("/entity", "/time", "", "/channel", "/value", null);
  private static final List<byte[]> JSON =
      texts(
          "{\"entity\": \"pump-17\", \"time\": \"2026-03-01T12:00:00.250Z\","
              + " \"values\": {\"temperature\": 71.2, \"vibration\": -4.1e-2}}",
          "{\"entity\": \"pümp\", \"time\": 1772366400250, \"channel\": \"vibration\", \"value\": 1e10}",
          "{\"x\": [1, {\"y\": null}], \"entity\": 17, \"time\": 0, \"values\": {\"temperature\": null}}",
          "[{\"entity\": 1, \"time\": 0, \"values\": {\"temperature\": 1}},"
              + " {\"entity\": 2, \"time\": 1, \"values\": {\"temperature\": 2}}]");
  private static final List<byte[]> CSV =
      texts(
          "pump-17,2026-03-01T12:00:00.250Z,71.2,-4.1e-2",
          "\"pümp \"\"9\"\", wide\",1772366400250,,7\r\n17,5,NaN,1\n",
          "a,1,2,3\nb,2,3,4\nc,3,4,5");
  private static final List<byte[]> AVRO =
      List.of(
          AvroRecords.wide("pump-17", 1_772_366_400_250L, Map.of("temperature", 71.2, "x", "y")),
          AvroRecords.wide("pümp", 0, Map.of("vibration", 7, "temperature", -0.041)));
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    ":",
    ",",
    "null",
    "true",
    "NaN",
    "1e999",
    "9".repeat(30),
    "-",
    "\\u",
    "\\ud800",
    "\"values\":",
    "\"time\":",
    "\"entity\":",
    "\u0000",
    "😀",
    ".",
    "e",
    "0"
  };
  private final Random random = new Random(17);

  @Test
  void whateverComesAsJsonIsEventsOfFiniteNumbersOrADeadLetter() {
    assertThat(events(Decoding.standard(), JSON)).isBetween(RECORDS / 50, RECORDS);
  }

  @Test
  void whateverComesAsCsvIsEventsOfFiniteNumbersOrADeadLetter() {
    EventEncoding csv =
        new EventEncoding.Csv(List.of("entity", "time", "temperature", "vibration"), ',');
    EventFormat format = Decoding.with(csv, FLAT, TimeNotation.standard());
    assertThat(events(format, CSV)).isBetween(RECORDS / 50, RECORDS * 2);
  }

  @Test
  void whateverComesAsAvroIsEventsOfFiniteNumbersOrADeadLetter() {
    assertThat(events(AvroRecords.format(AvroRecords.WIDE), AVRO))
        .isBetween(RECORDS / 50, RECORDS * 3 / 4);
  }

  /** Then JSON is read by another parser. */
  @Test
  void whateverComesIsReadTheSameOnceNamesAreWithoutEnd() {
    EventDecoder fresh = Decoding.decoder(Decoding.standard());
    EventDecoder endless = Decoding.decoder(Decoding.standard());
    for (int name = 0; name < 2_000; name++) {
      endless.decode(POSITION, NOON, null, ("{\"x" + name + "\": 1}").getBytes(UTF_8));
    }
    for (int i = 0; i < RECORDS; i++) {
      byte[] value = mutated(JSON.get(random.nextInt(JSON.size())).clone());
      assertThat(shown(endless, value)).as(new String(value, UTF_8)).isEqualTo(shown(fresh, value));
    }
  }

  /** Fields are expected in the order in which they came in the record before. */
  @Test
  void whatCameBeforeDoesNotChangeHowARecordIsRead() {
    EventDecoder experienced = Decoding.decoder(Decoding.standard());
    for (int i = 0; i < RECORDS; i++) {
      if (i % FEW_NAMES == 0) {
        experienced = Decoding.decoder(Decoding.standard());
      }
      byte[] value = mutated(JSON.get(random.nextInt(JSON.size())).clone());
      EventDecoder fresh = Decoding.decoder(Decoding.standard());
      assertThat(told(experienced, value))
          .as(new String(value, UTF_8))
          .isEqualTo(told(fresh, value));
    }
  }

  private static List<String> told(EventDecoder decoder, byte[] value) {
    Decoded first = decoder.decode(POSITION, NOON, null, value).get(0);
    return first instanceof DeadLetter letter ? List.of(letter.detail()) : shown(decoder, value);
  }

  private static List<String> shown(EventDecoder decoder, byte[] value) {
    return decoder.decode(POSITION, NOON, null, value).stream()
        .map(
            decoded ->
                decoded instanceof Event event
                    ? event.entity() + event.timeMillis() + Arrays.toString(event.values())
                    : "dead letter")
        .toList();
  }

  private int events(EventFormat format, List<byte[]> good) {
    EventDecoder decoder = Decoding.decoder(format);
    int events = 0;
    for (int i = 0; i < RECORDS; i++) {
      byte[] value = mutated(good.get(random.nextInt(good.size())).clone());
      for (Decoded decoded : decoder.decode(POSITION, NOON, null, value)) {
        events += decoded instanceof Event event ? checked(event) : checked((DeadLetter) decoded);
      }
    }
    return events;
  }

  private static List<byte[]> texts(String... texts) {
    return Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
  }

  private static int checked(Event event) {
    boolean whole = !event.entity().isBlank();
    whole &= event.timeMillis() >= 0 && event.timeMillis() <= NOON + 3_600_000;
    for (double value : event.values()) {
      whole &= Double.isNaN(value) || Float.isFinite((float) value);
    }
    assertThat(whole).as("%s is whole", event).isTrue();
    return 1;
  }

  private static int checked(DeadLetter letter) {
    boolean told = !letter.detail().isBlank() && letter.detail().length() < 500;
    assertThat(told).as("%s is short", letter.detail()).isTrue();
    return 0;
  }

  private byte[] mutated(byte[] value) {
    byte[] mutated = value;
    for (int changes = 1 + random.nextInt(3); changes > 0 && mutated.length > 0; changes--) {
      mutated = random.nextBoolean() ? flipped(mutated) : spliced(mutated);
    }
    return mutated;
  }

  private byte[] flipped(byte[] value) {
    value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
    return value;
  }

  /** Some bytes gone, and a piece put where they were. */
  private byte[] spliced(byte[] value) {
    int from = random.nextInt(value.length);
    int to = Math.min(value.length, from + random.nextInt(6));
    byte[] piece = PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8);
    byte[] spliced = new byte[from + piece.length + value.length - to];
    System.arraycopy(value, 0, spliced, 0, from);
    System.arraycopy(piece, 0, spliced, from, piece.length);
    System.arraycopy(value, to, spliced, from + piece.length, value.length - to);
    return spliced;
  }
}
