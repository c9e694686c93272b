package dev.kilter.job.decode;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.config.TimeConfig;
import dev.kilter.job.type.KilterTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.util.InstantiationUtil;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class DecodeEventsTest {
  private final List<Decoded> decoded = new ArrayList<>();
  private final DecodeEvents decode =
      new DecodeEvents(
          EventFormat.standard(List.of(ChannelConfig.of("a", "", 0, 9))),
          TimeConfig.of(Duration.ZERO, Duration.ZERO, Duration.ofHours(1)));

  @Test
  void anEventKnowsWhereItCameFrom() throws Exception {
    String value = "{\"entity\": \"p\", \"time\": 5, \"values\": {\"a\": 1}}";
    InstantiationUtil.clone(decode).deserialize(record(value), new ListCollector<>(decoded));
    assertThat(decoded).hasSize(1);
    assertThat(((Event) decoded.get(0)).partition()).isEqualTo(2);
    assertThat(((Event) decoded.get(0)).offset()).isEqualTo(77);
  }

  @Test
  void aDeadLetterKnowsWhereItCameFrom() {
    decode.deserialize(record("rubbish"), new ListCollector<>(decoded));
    assertThat(((DeadLetter) decoded.get(0)).position())
        .isEqualTo(new RecordPosition("events", 2, 77));
    assertThat(((DeadLetter) decoded.get(0)).key()).containsExactly('k');
    assertThat(((DeadLetter) decoded.get(0)).timestampMillis()).isEqualTo(-1);
  }

  @Test
  void itsTypeIsWrittenWithoutReflection() {
    assertThat(decode.getProducedType()).isEqualTo(KilterTypes.DECODED);
  }

  private static ConsumerRecord<byte[], byte[]> record(String value) {
    return new ConsumerRecord<>("events", 2, 77, "k".getBytes(UTF_8), value.getBytes(UTF_8));
  }
}
