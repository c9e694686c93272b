package dev.kilter.tools.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Pumps each of which is hot for 12 s around the middle, each 3 s after the one before. */
final class HotPumps {
  static final int COUNT = 4;

  private HotPumps() {}

  /** Their events from one second to another. */
  static List<ProducerRecord<byte[], byte[]>> events(PipelineTopics topics, int from, int to) {
    List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
    for (int second = from; second < to; second++) {
      for (int pump = 0; pump < COUNT; pump++) {
        events.add(topics.event(pump, second, isHot(pump, second) ? 9 : 0.5));
      }
    }
    return events;
  }

  static boolean isHot(int pump, int second) {
    return second >= 24 + 3 * pump && second < 36 + 3 * pump;
  }
}
