package dev.kilter.job.operator;

import dev.kilter.event.Event;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Outlet;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.sequence.Subject;
import dev.kilter.sequence.Window;
import java.util.List;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Makes rows of events exactly as for a detector, and tells the rows instead of sequences. */
final class AlignRows extends BuildSequences {
  static final OutputTag<AlignedRow> ALIGNED = new OutputTag<>("aligned", KilterTypes.ALIGNED_ROW);
  private static final long serialVersionUID = 1L;

  AlignRows(SequencePlan plan, EntityRules entities, OrderRules order, LateEvents lateEvents) {
    super(List.of(plan), entities, order, lateEvents, new Reports(false, false));
  }

  @Override
  Outlet outlet(OnTimerContext context, Collector<Envelope<Sequence>> out) {
    return new RowOutlet(context);
  }

  private record RowOutlet(
      KeyedProcessFunction<String, Event, Envelope<Sequence>>.OnTimerContext context)
      implements Outlet {
    @Override
    public void send(Envelope<Sequence> envelope) {}

    @Override
    public void send(HealthMessage message) {}

    @Override
    public void appended(Subject subject, Window window) {
      context.output(ALIGNED, AlignedRow.newest(subject.entity(), window));
    }
  }
}
