package dev.kilter.job.kafka;

import static dev.kilter.job.control.ControlTexts.NOON;
import static dev.kilter.job.control.ControlTexts.SILENCE;
import static dev.kilter.job.control.ControlTexts.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.RecordPosition;
import dev.kilter.event.SourceRecord;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.control.HeardControl;
import dev.kilter.job.control.RefusedControl;
import dev.kilter.job.type.KilterTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DecodeControlTest {
  private static final byte[] KEY = "k".getBytes(UTF_8);

  @Test
  void aMessageComesOutAsItIs() throws Exception {
    assertThat(decoded(SILENCE.getBytes(UTF_8)))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new HeardControl(
                read(SILENCE),
                new SourceRecord(
                    new RecordPosition("control", 3, 41), NOON, KEY, SILENCE.getBytes(UTF_8))));
  }

  @Test
  void whatIsNoneComesOutWholeWithItsPlaceAndReason() throws Exception {
    byte[] value = "{\"control\": \"hush\"}".getBytes(UTF_8);
    assertThat(decoded(value))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactly(
            new RefusedControl(
                new DeadLetter(
                    new RecordPosition("control", 3, 41),
                    NOON,
                    KEY,
                    value,
                    DeadLetterReason.NOT_A_CONTROL_MESSAGE,
                    "control is \"hush\"; it must be silence, end-silence or feedback")));
  }

  @Test
  void aRecordWithoutValueIsADeadLetterToo() throws Exception {
    assertThat(decoded(null))
        .singleElement()
        .extracting(control -> ((RefusedControl) control).letter().reason())
        .isEqualTo(DeadLetterReason.NULL_VALUE);
  }

  @Test
  void itsTypeIsWrittenByOurOwnSerializer() {
    assertThat(new DecodeControl(List.of()).getProducedType()).isEqualTo(KilterTypes.CONTROL);
  }

  private static List<DecodedControl> decoded(byte[] value) throws Exception {
    DecodeControl decode = InstantiationUtil.clone(new DecodeControl(List.of("pumps")));
    List<DecodedControl> out = new ArrayList<>();
    decode.deserialize(record(value), new ListCollector<>(out));
    return out;
  }

  private static ConsumerRecord<byte[], byte[]> record(byte[] value) {
    return new ConsumerRecord<>(
        "control",
        3,
        41,
        NOON,
        TimestampType.CREATE_TIME,
        KEY.length,
        value == null ? 0 : value.length,
        KEY,
        value,
        new RecordHeaders(),
        Optional.empty());
  }
}
