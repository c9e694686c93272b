package dev.kilter.job.decode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Event;
import dev.kilter.health.ChannelRules;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.ChannelSource;
import dev.kilter.job.config.EventEncoding;
import dev.kilter.job.config.EventFields;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeNotation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Fields and channels that stand elsewhere, are called otherwise, or come in another unit. */
class MappedFieldsTest {
  private static final EventFields FLAT =
      new EventFields("/entity", "/time", "", "/channel", "/value", null);

  @Test
  void readsMappedFieldsWhereverTheyAre() {
    EventFields fields =
        new EventFields("/device/id", "/device/at/ms", "/a~1b", "/channel", "/m~0n", null);
    String json =
        """
        {"device": {"serial": [1, {"id": "no"}], "id": "pump-17", "at": {"s": 1, "ms": 5}},
         "id": "no", "a/b": {"temperature": 1}, "channel": "vibration", "m~n": 2}
        """;
    Event event = Decoding.events(Decoding.with(fields), json).get(0);
    assertThat(event.entity()).isEqualTo("pump-17");
    assertThat(event.timeMillis()).isEqualTo(5);
    assertThat(event.values()).containsExactly(1, 2);
  }

  @Test
  void channelsMayStandBesideEntityAndTime() {
    String flat =
        "{\"temperature\": 1, \"entity\": \"p\", \"time\": 5, \"vibration\": 2, \"x\": 3}";
    assertThat(Decoding.events(Decoding.with(FLAT), flat).get(0).values()).containsExactly(1, 2);
  }

  @Test
  void anEventMayBeLongWhereOthersAreFlat() {
    String flat = "{\"entity\": \"p\", \"time\": 5, \"channel\": \"vibration\", \"value\": 2}";
    assertThat(Decoding.events(Decoding.with(FLAT), flat).get(0).values())
        .containsExactly(Double.NaN, 2);
  }

  @Test
  void aChannelMayHaveAPlaceOfItsOwn() {
    EventFormat format = channels(new ChannelSource("/values/t/v", 1, 0), ChannelSource.of("b"));
    String json =
        "{\"entity\": \"p\", \"time\": 5, \"values\": {\"t\": {\"v\": 3, \"q\": 1}, \"b\": 4}}";
    assertThat(Decoding.events(format, json).get(0).values()).containsExactly(3, 4);
  }

  @Test
  void aChannelMayBeAnItemOfAnArray() {
    EventFormat format =
        channels(new ChannelSource("/values/1", 1, 0), new ChannelSource("/s/10/v", 1, 0));
    String items = "{}, 0, null, [9], {}, {}, {}, {}, {}, {}";
    String json =
        "{\"entity\": \"p\", \"time\": 5, \"values\": [8, 3], \"s\": [%s, {\"v\": 4}, 7]}";
    assertThat(Decoding.events(format, json.formatted(items)).get(0).values())
        .containsExactly(3, 4);
  }

  @Test
  void aChannelMayBeCalledOtherwiseInWideAndInLongEvents() {
    EventFormat format = channels(new ChannelSource("TMP01", 1, 0), ChannelSource.of("b"));
    String wide = "{\"entity\": \"p\", \"time\": 5, \"values\": {\"TMP01\": 3, \"a\": 9}}";
    String lone = "{\"entity\": \"p\", \"time\": 5, \"channel\": \"TMP01\", \"value\": 3}";
    assertThat(Decoding.events(format, wide).get(0).values()).containsExactly(3, Double.NaN);
    assertThat(Decoding.events(format, lone).get(0).values()).containsExactly(3, Double.NaN);
  }

  @Test
  void valuesAreConvertedInWideAndInLongEvents() {
    EventFormat format = channels(new ChannelSource("a", 0.5, -1), ChannelSource.of("b"));
    String wide = "{\"entity\": \"p\", \"time\": 5, \"values\": {\"a\": 10, \"b\": 10}}";
    String lone = "{\"entity\": \"p\", \"time\": 5, \"value\": 10, \"channel\": \"a\"}";
    assertThat(Decoding.events(format, wide).get(0).values()).containsExactly(4, 10);
    assertThat(Decoding.events(format, lone).get(0).values()).containsExactly(4, Double.NaN);
  }

  @Test
  void aValueThatIsTooLargeOnceConvertedIsNone() {
    EventFormat format = channels(new ChannelSource("a", 1e30, 0), ChannelSource.of("b"));
    String json = "{\"entity\": \"p\", \"time\": 5, \"values\": {\"a\": 1e10}}";
    assertThat(Decoding.deadLetter(format, json).reason()).isEqualTo(DeadLetterReason.NOT_A_NUMBER);
    assertThat(Decoding.deadLetter(format, json).detail())
        .isEqualTo("a is 1.0E40, too large to be computed with");
  }

  private static EventFormat channels(ChannelSource a, ChannelSource b) {
    return new EventFormat(
        new EventEncoding.Json(),
        EventFields.standard(),
        TimeNotation.standard(),
        List.of(
            new ChannelConfig("a", "", a, ChannelRules.none()),
            new ChannelConfig("b", "", b, ChannelRules.none())));
  }
}
