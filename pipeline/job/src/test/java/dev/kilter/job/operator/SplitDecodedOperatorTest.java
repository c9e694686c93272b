package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.type.KilterTypes;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SplitDecodedOperatorTest {
  private static final RecordPosition PLACE = new RecordPosition("events", 0, 9);

  private OneInputStreamOperatorTestHarness<Decoded, Event> harness;

  @BeforeEach
  void open() throws Exception {
    harness = new OneInputStreamOperatorTestHarness<>(new SplitDecoded());
    harness.setup(
        KilterTypes.EVENT.createSerializer(harness.getExecutionConfig().getSerializerConfig()));
    harness.open();
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void eventsGoOnAndDeadLettersGoAside() throws Exception {
    DeadLetter letter = new DeadLetter(PLACE, 1, null, null, DeadLetterReason.EMPTY, "empty");
    harness.processElement(new StreamRecord<>(event(7)));
    harness.processElement(new StreamRecord<>(letter));

    assertThat(harness.extractOutputValues()).extracting(Event::timeMillis).containsExactly(7L);
    assertThat(harness.getSideOutput(SplitDecoded.DEAD_LETTERS))
        .extracting(StreamRecord::getValue)
        .containsExactly(letter);
  }

  @Test
  void whenAllIsIdleTimeGoesOnToTheNewestEventFirst() throws Exception {
    harness.processElement(new StreamRecord<>(event(9_000)));
    harness.processElement(new StreamRecord<>(event(7_000)));
    harness.processWatermark(4_000);
    harness.processWatermarkStatus(WatermarkStatus.IDLE);

    List<Object> said = List.copyOf(harness.getOutput());
    assertThat(said.subList(2, said.size()))
        .containsExactly(new Watermark(4_000), new Watermark(9_000), WatermarkStatus.IDLE);
  }

  @Test
  void withoutAnyEventItIsOnlyIdle() throws Exception {
    harness.processWatermarkStatus(WatermarkStatus.IDLE);
    assertThat(harness.getOutput()).containsExactly(WatermarkStatus.IDLE);
  }

  private static Event event(long millis) {
    return new Event("pump-1", millis, new double[] {1}, 0, millis, 0);
  }
}
