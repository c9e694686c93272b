package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.decode.EventJson;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import java.util.Iterator;

/** Recorded events, merged by time and decoded as in production. */
final class ReplayedEvents implements Iterator<Decoded> {
  private final EventReader events;
  private final EventJson json;
  private final ReplayMeter progress;

  private ReplayedEvents(EventReader events, EventJson json, ReplayMeter progress) {
    this.events = events;
    this.json = json;
    this.progress = progress;
  }

  static ReplayedEvents open(ReplayInput input) {
    return new ReplayedEvents(
        input.files().open(),
        new EventJson(input.format(), input.maxAheadMillis()),
        ReplayMeter.current());
  }

  @Override
  public boolean hasNext() {
    boolean more = events.hasNext();
    if (!more) {
      events.close();
    }
    return more;
  }

  @Override
  public Decoded next() {
    RecordedEvent event = events.next();
    progress.read(events);
    RecordPosition position = new RecordPosition(event.topic(), event.partition(), event.offset());
    return json.decode(position, event.timestampMillis(), event.key(), event.value());
  }
}
