package dev.kilter.bench.streams;

import dev.kilter.event.Event;
import dev.kilter.onnx.ModelBundle;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;

/** Kafka Streams without a broker: it is given record after record, in the caller's thread. */
public final class ScoringStreams implements AutoCloseable {
  private final TopologyTestDriver driver;
  private final TestInputTopic<String, Event> events;

  private ScoringStreams(TopologyTestDriver driver) {
    this.driver = driver;
    events =
        driver.createInputTopic(
            ScoringTopology.EVENTS, new StringSerializer(), EventBytes.serde().serializer());
  }

  /** Streams that score with this model. */
  public static ScoringStreams open(ModelBundle bundle, ScoreSink scores) {
    Properties settings = new Properties();
    settings.setProperty(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
    return new ScoringStreams(new TopologyTestDriver(ScoringTopology.of(bundle, scores), settings));
  }

  /** Writes an event as a record, reads that, and scores what it completes. */
  public void process(Event event) {
    events.pipeInput(event.entity(), event, event.timeMillis());
  }

  @Override
  public void close() {
    driver.close();
  }
}
