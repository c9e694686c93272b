package dev.kilter.job.operator;

import dev.kilter.UserError;
import dev.kilter.event.Event;
import dev.kilter.job.resume.FactsJson;
import dev.kilter.job.resume.KeptFacts;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.PipelineFates;
import dev.kilter.job.resume.Restoration;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;

/**
 * Builds sequences as {@link BuildSequences} does, and keeps with its state under which pipeline
 * file that was kept. Where it goes on under another, channels find their places by their names, or
 * it does not go on at all.
 */
class ResumingSequences extends KeyedProcessOperator<String, Event, Envelope<Sequence>> {
  private static final long serialVersionUID = 1L;

  private final PipelineFacts facts;

  /**
   * An operator that builds sequences so.
   *
   * @param facts what there is to say of the pipeline file
   */
  ResumingSequences(BuildSequences build, PipelineFacts facts) {
    super(build);
    this.facts = facts;
  }

  @Override
  public void initializeState(StateInitializationContext context) throws Exception {
    super.initializeState(context);
    ListState<byte[]> kept = context.getOperatorStateStore().getUnionListState(KeptFacts.state());
    for (byte[] before : kept.get()) {
      goOnFrom(FactsJson.read(before));
    }
    boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    String backend = getKeyedStateBackend().getBackendTypeIdentifier();
    kept.update(first ? List.of(FactsJson.bytes(facts.keptBy(backend))) : List.of());
  }

  /** Most starts with a changed file were looked at before; after some failures none can be. */
  private void goOnFrom(PipelineFacts before) throws Exception {
    try {
      Restoration.refuse("the state it has kept", PipelineFates.of(before, facts));
    } catch (UserError e) {
      throw new SuppressRestartsException(e);
    }
    if (!before.channels().equals(facts.channels())) {
      new ChannelMove(getKeyedStateBackend(), facts.placesAmong(before.channels())).move();
    }
  }
}
