package dev.kilter.tools.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import dev.kilter.tools.simulate.Speed;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PacedEventsTest {
  private static final long STEP_NANOS = 1_000_000;
  private final AtomicLong clockNanos = new AtomicLong();

  @Test
  void eventsAreAsFarApartAsTheyWereDividedByTheSpeed() throws InterruptedException {
    PacedEvents paced =
        new PacedEvents(
            new Fixed(List.of(event(5_000, "{}"), event(5_400, "{}"), event(5_200, "{}"))),
            new Speed(10),
            null,
            () -> clockNanos.getAndAdd(STEP_NANOS));
    paced.next();
    long begin = clockNanos.get();
    paced.next();
    long second = clockNanos.get();
    paced.next();

    assertThat((second - begin) / STEP_NANOS).isBetween(38L, 41L);
    assertThat((clockNanos.get() - second) / STEP_NANOS).isLessThan(3);
  }

  @Test
  void shiftedTheFirstEventIsOfNowAndTheOthersFollow() throws InterruptedException {
    InstantSource now = InstantSource.fixed(Instant.ofEpochMilli(100_000));
    PacedEvents paced =
        new PacedEvents(
            new Fixed(
                List.of(
                    event(RecordedEvent.NO_TIME, "{}"),
                    event(5_000, "{\"time\":4000}"),
                    event(RecordedEvent.NO_TIME, "{\"time\":6000}"))),
            new Speed(Double.POSITIVE_INFINITY),
            now,
            clockNanos::get);

    assertShows(paced.next(), RecordedEvent.NO_TIME, "{}");
    assertShows(paced.next(), 100_000, "{\"time\":99000}");
    assertShows(paced.next(), RecordedEvent.NO_TIME, "{\"time\":101000}");
    assertThat(paced.hasNext()).isFalse();
  }

  private static void assertShows(RecordedEvent event, long timestampMillis, String payload) {
    assertThat(event.timestampMillis()).isEqualTo(timestampMillis);
    assertThat(event.value()).asString().isEqualTo(payload);
  }

  private static RecordedEvent event(long timestampMillis, String payload) {
    byte[] value = payload.getBytes(StandardCharsets.UTF_8);
    return new RecordedEvent("t", 0, 0, timestampMillis, null, List.of(), value);
  }

  /** Events from a list. */
  private static final class Fixed implements EventReader {
    private final Iterator<RecordedEvent> events;

    Fixed(List<RecordedEvent> events) {
      this.events = events.iterator();
    }

    @Override
    public boolean hasNext() {
      return events.hasNext();
    }

    @Override
    public RecordedEvent next() {
      return events.next();
    }

    @Override
    public double share() {
      return 0;
    }

    @Override
    public int partitions() {
      return 0;
    }

    @Override
    public void close() {}
  }
}
