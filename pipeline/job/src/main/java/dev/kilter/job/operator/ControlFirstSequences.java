package dev.kilter.job.operator;

import dev.kilter.job.resume.PipelineFacts;
import org.apache.flink.streaming.api.operators.BoundedMultiInput;
import org.apache.flink.streaming.api.operators.InputSelectable;
import org.apache.flink.streaming.api.operators.InputSelection;

/**
 * Hears all that people have said before it looks at the first event, so that a run over what is
 * recorded always comes to the same. Flink allows that only without checkpoints.
 */
final class ControlFirstSequences extends ControlledSequences
    implements InputSelectable, BoundedMultiInput {
  private static final long serialVersionUID = 1L;
  private static final int CONTROL = 2;

  private boolean allHeard;

  ControlFirstSequences(BuildSequences build, PipelineFacts facts, long rememberMillis) {
    super(build, facts, rememberMillis);
  }

  @Override
  public InputSelection nextSelection() {
    return allHeard ? InputSelection.ALL : InputSelection.SECOND;
  }

  @Override
  public void endInput(int input) {
    allHeard = allHeard || input == CONTROL;
  }
}
