package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.tools.CleanExit;
import dev.kilter.tools.Screen;
import dev.kilter.tools.record.TopicLookup;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.simulate.KafkaReadings;
import java.io.IOException;
import org.apache.kafka.common.errors.InterruptException;

/** Replays events into a Kafka topic. */
final class ReplayToTopic {
  private final String bootstrap;
  private final String topic;
  private final Screen screen;

  ReplayToTopic(String bootstrap, String topic, Screen screen) {
    this.bootstrap = bootstrap;
    this.topic = topic;
    this.screen = screen;
  }

  /**
   * Returns once all events have arrived, or the process is on its way out. What was read before
   * bad input arrives, too.
   *
   * @throws UserError if the topic is not there, does not take them, or the input is bad
   */
  void run(EventReader events, PacedEvents paced, CleanExit exit) throws InterruptedException {
    int partitions = TopicLookup.partitions(bootstrap, topic);
    TopicTarget target = new TopicTarget(topic, partitions, events.partitions());
    ReplayProgress progress = new ReplayProgress(screen);
    try (KafkaReadings sink = KafkaReadings.open(bootstrap, topic)) {
      while (paced.hasNext()) {
        sink.send(target.of(paced.next()));
        progress.sent(events.share());
      }
      sink.flush();
    } catch (InterruptedException | InterruptException e) {
      if (!exit.isInterrupted()) {
        throw e;
      }
      exit.forgetInterrupt();
    } catch (IOException e) {
      throw new UserError(e.getMessage(), e);
    } finally {
      screen.endProgress();
      screen.line(progress.total());
    }
  }
}
