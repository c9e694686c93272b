package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import dev.kilter.tools.embedded.ScratchFolder;
import java.util.HashSet;
import java.util.Set;
import org.apache.flink.api.common.functions.FilterFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Runs a pipeline over recordings in this process for one entity: its events alone go in, with the
 * event time of all, so that it is judged as it would be among the others.
 */
public final class EntityReplay {
  private final PipelinePlan plan;
  private final Subject subject;
  private final ScratchFolder scratch;

  /**
   * A run.
   *
   * @param subject which entity, its events having come in time, and which detector
   * @param scratch for what is gone after the run
   */
  public EntityReplay(PipelinePlan plan, Subject subject, ScratchFolder scratch) {
    this.plan = plan;
    this.subject = subject;
    this.scratch = scratch;
  }

  /**
   * Reads to the end.
   *
   * @param fromMillis sequences that end before this are not kept
   * @param toMillis nor those that end after it
   * @throws UserError when a recording is not as it should be
   */
  public EntityResults run(RecordedFiles files, long fromMillis, long toMillis) throws Exception {
    new RecordedRun(plan.config(), files, 1)
        .run(events -> assemble(events, fromMillis, toMillis), () -> {});
    return new EntityResults(
        kept("first-events", KilterTypes.DECODED).read().stream()
            .map(event -> ((Event) event).entity())
            .toList(),
        kept("reports", KilterTypes.SCORE_REPORT).read(),
        kept("sequences", KilterTypes.SEQUENCES).read());
  }

  private void assemble(DataStream<Decoded> events, long fromMillis, long toMillis) {
    keep("first-events", events, new FirstEvents(), KilterTypes.DECODED);
    Detections found = Topology.detect(own(events), plan);
    String wanted = subject.entity();
    String detector = subject.detector();
    FilterFunction<ScoreReport> ofSubject =
        report -> report.subject().equals(Subject.of(detector, wanted));
    FilterFunction<Envelope<Sequence>> inTime =
        envelope ->
            envelope.subject().equals(Subject.of(detector, wanted))
                && envelope.timeMillis() >= fromMillis
                && envelope.timeMillis() <= toMillis;
    keep("reports", found.scores(), ofSubject, KilterTypes.SCORE_REPORT);
    keep("sequences", found.sequences(), inTime, KilterTypes.SEQUENCES);
  }

  private DataStream<Decoded> own(DataStream<Decoded> events) {
    String entity = subject.entity();
    return events
        .filter(decoded -> decoded instanceof Event event && event.entity().equals(entity))
        .name("own-events")
        .uid("own-events");
  }

  private <T> KeptResults<T> kept(String name, TypeInformation<T> type) {
    return new KeptResults<>(type, scratch.folder(name).toString());
  }

  private <T> void keep(
      String name, DataStream<T> stream, FilterFunction<T> wanted, TypeInformation<T> type) {
    KeptResults<T> kept = kept(name, type);
    stream
        .filter(wanted)
        .name(name)
        .uid(name)
        .sinkTo(new LinesSink<>(kept.folder(), kept))
        .name("keep-" + name)
        .uid("keep-" + name);
  }

  /** The first event of every entity. */
  private static final class FirstEvents implements FilterFunction<Decoded> {
    private static final long serialVersionUID = 1L;

    private final Set<String> seen = new HashSet<>();

    @Override
    public boolean filter(Decoded decoded) {
      return decoded instanceof Event event && seen.add(event.entity());
    }
  }
}
