package dev.kilter.job.type;

import static dev.kilter.job.type.Comparison.assertSame;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.event.Event;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Pane;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import dev.kilter.sequence.Track;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
  private static final String[] ENVELOPES = {
    "Judgeable", "Reset", "NotJudged", "Forgotten", "Heard"
  };
  private static final long SAMPLES = 32;

  static List<Format<?>> formats() {
    return Format.all();
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatIsWrittenIsReadBack(Format<?> format) throws IOException {
    for (long seed = 0; seed < 200; seed++) {
      assertSame(format.readBack(seed), format.sample(seed));
    }
  }

  @Test
  void theSamplesHoldEveryKindOfValue() {
    assertThat(kinds(Samples::decoded)).contains("Event", "DeadLetter");
    assertThat(kinds(Samples::control)).contains("RefusedControl", "HeardControl");
    assertThat(kinds(ControlSamples::message)).contains("Silence", "EndSilence", "GivenFeedback");
    assertThat(kinds(Samples::scores)).contains(ENVELOPES);
    assertThat(kinds(samples -> samples.watch().phase())).contains("Calm", "Alarmed", "Flapping");
    assertThat(kinds(Samples::sequences)).contains(ENVELOPES);
  }

  @Test
  void theSamplesHoldSequencesUnderASilence() {
    assertThat(LongStream.range(0, SAMPLES).mapToObj(seed -> new Samples(seed).sequences()))
        .anyMatch(
            envelope ->
                envelope instanceof Envelope.Judgeable<Sequence> judgeable
                    && judgeable.silence() != null);
  }

  @Test
  void thatADetectorHasGoneIsReadBack() throws IOException {
    Envelope<Score> gone = new Envelope.Forgotten<>(Subject.of("pumps", "a"), 7, true);
    ScoreEnvelopeSerializer serializer = new ScoreEnvelopeSerializer();
    byte[] bytes = Format.written(serializer, gone);
    assertThat(serializer.deserialize(new DataInputDeserializer(bytes))).isEqualTo(gone);
  }

  /** State lives longer than code: these bytes were written by every version there was. */
  @ParameterizedTest
  @MethodSource("formats")
  void bytesOfEveryVersionAreStillRead(Format<?> format) throws IOException {
    for (int version = 1; version <= format.version(); version++) {
      DataInputDeserializer in = new DataInputDeserializer(golden(format, version));
      VersionedSerializer<?> reader = format.serializer().reading(version);
      for (long seed = 0; seed < 8; seed++) {
        assertSame(reader.deserialize(in), format.sample(version, seed));
      }
      assertThat(in.available()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aFormatDoesNotChangeWithoutANewVersion(Format<?> format) throws IOException {
    assertThat(format.serializer().currentVersion()).isEqualTo(format.version());
    assertThat(HexFormat.of().formatHex(format.writtenSamples()))
        .isEqualTo(HexFormat.of().formatHex(golden(format, format.version())));
  }

  @ParameterizedTest
  @MethodSource("formats")
  void bytesThatEndTooSoonAreNotReadAsAValue(Format<?> format) throws IOException {
    byte[] whole = format.written(3);
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> format.read(cut)).isInstanceOf(EOFException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aCopyIsEqual(Format<?> format) throws IOException {
    assertSame(format.copied(5), format.sample(5));
    assertThat(format.copiedAsBytes(5)).isEqualTo(format.written(5));
  }

  @Test
  void aCopiedTrackGoesItsOwnWay() {
    Track track = new Samples(1).track();
    Track copy = new TrackSerializer().copy(track);
    assertThat(copy).isNotSameAs(track);
    assertThat(copy.window).isNotSameAs(track.window);
  }

  @Test
  void aCopiedPaneGoesItsOwnWay() {
    Pane pane = new Samples(1).pane();
    Pane copy = new PaneSerializer().copy(pane);
    assertThat(copy.times).isNotSameAs(pane.times);
    assertThat(copy.values).isNotSameAs(pane.values);
    assertThat(copy.mask).isNotSameAs(pane.mask);
    assertThat(copy.origins).isNotSameAs(pane.origins);
  }

  /** Its array is used again while a checkpoint is written. */
  @Test
  void whatIsCarriedGoesItsOwnWayOnceCopied() {
    RecurrentState state = KeptSamples.carried(new Samples(1));
    RecurrentState copy = new RecurrentStateSerializer().copy(state);
    assertThat(copy.values()).isNotSameAs(state.values()).containsExactly(state.values());
  }

  @Test
  void aCopiedEntityGoesItsOwnWay() {
    EntityState entity = new Samples(2).entity();
    assertThat(entity.channels).isNotEmpty();
    EntityState copy = new EntityStateSerializer().copy(entity);
    assertThat(copy).isNotSameAs(entity);
    assertThat(copy.channels).doesNotContain(entity.channels);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7})
  void aCopyOfAnEntityIsEqualInAllThatIsWritten(long seed) throws IOException {
    EntityStateSerializer serializer = new EntityStateSerializer();
    EntityState entity = new Samples(seed).entity();
    assertThat(Format.written(serializer, serializer.copy(entity)))
        .isEqualTo(Format.written(serializer, entity));
  }

  @Test
  void anEventOfAThousandChannelsIsReadBack() throws IOException {
    double[] values = new double[1000];
    Arrays.setAll(values, i -> i % 3 == 0 ? Double.NaN : i);
    Event event = new Event("pump-17", 5, values, 1, 2, 0);
    EventSerializer serializer = new EventSerializer();
    byte[] bytes = Format.written(serializer, event);
    assertThat(serializer.deserialize(new DataInputDeserializer(bytes)).values())
        .containsExactly(values);
  }

  @Test
  void anAbsentValueTakesOneBit() throws IOException {
    double[] values = new double[64];
    Arrays.fill(values, Double.NaN);
    int none = Format.written(new EventSerializer(), new Event("p", 5, values, 1, 2, 0)).length;
    int without =
        Format.written(new EventSerializer(), new Event("p", 5, new double[0], 1, 2, 0)).length;
    assertThat(none - without).isEqualTo(8);
  }

  private static List<String> kinds(Function<Samples, Object> source) {
    return LongStream.range(0, SAMPLES)
        .mapToObj(seed -> source.apply(new Samples(seed)).getClass().getSimpleName())
        .toList();
  }

  private static byte[] golden(Format<?> format, int version) throws IOException {
    String name = "/formats/" + format.name() + "." + version + ".hex";
    try (InputStream in = FormatsTest.class.getResourceAsStream(name)) {
      String hex = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return HexFormat.of().parseHex(hex.replaceAll("\\s", ""));
    }
  }
}
