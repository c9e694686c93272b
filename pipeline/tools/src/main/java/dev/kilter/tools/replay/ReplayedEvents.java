package dev.kilter.tools.replay;

import dev.kilter.event.Decoded;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.decode.EventDecoder;
import dev.kilter.tools.recording.EventReader;
import dev.kilter.tools.recording.RecordedEvent;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/** Recorded events, merged by time and decoded as in production. */
final class ReplayedEvents implements Iterator<Decoded> {
  private final EventReader events;
  private final EventDecoder decoder;
  private final ReplayMeter progress;
  private Iterator<? extends Decoded> ofRecord = Collections.emptyIterator();

  private ReplayedEvents(EventReader events, EventDecoder decoder, ReplayMeter progress) {
    this.events = events;
    this.decoder = decoder;
    this.progress = progress;
  }

  static ReplayedEvents open(ReplayInput input) {
    return new ReplayedEvents(
        input.files().open(),
        new EventDecoder(input.format(), input.maxAheadMillis()),
        ReplayMeter.current());
  }

  @Override
  public boolean hasNext() {
    boolean more = ofRecord.hasNext() || events.hasNext();
    if (!more) {
      events.close();
    }
    return more;
  }

  @Override
  public Decoded next() {
    if (!ofRecord.hasNext()) {
      ofRecord = nextRecord().iterator();
    }
    return ofRecord.next();
  }

  private List<? extends Decoded> nextRecord() {
    RecordedEvent event = events.next();
    progress.read(events);
    RecordPosition position = new RecordPosition(event.topic(), event.partition(), event.offset());
    return decoder.decode(position, event.timestampMillis(), event.key(), event.value());
  }
}
