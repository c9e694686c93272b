package dev.kilter.job.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.job.type.NoteSerializer.Note;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // the harness may be interrupted as it closes
class StateMigrationTest {

  @BeforeEach
  @AfterEach
  void runTheFirstBuild() {
    NoteSerializer.runBuild(1);
  }

  @Test
  void stateOfTheFirstVersionIsReadBack() throws Exception {
    assertThat(kept(saved(null, "first"))).containsExactly(new Note("first", 1));
  }

  @Test
  void stateOfTheFirstVersionIsReadByTheSecond() throws Exception {
    OperatorSubtaskState state = saved(null, "first");
    NoteSerializer.runBuild(2);
    assertThat(kept(state)).containsExactly(new Note("first", 1));
  }

  @Test
  void migratedStateIsWrittenInTheSecondVersion() throws Exception {
    OperatorSubtaskState first = saved(null, "first");
    NoteSerializer.runBuild(2);
    OperatorSubtaskState second = saved(first, "weighty");
    assertThat(kept(second)).containsExactly(new Note("weighty", 7));
  }

  @Test
  void stateOfANewerVersionIsRefused() throws Exception {
    NoteSerializer.runBuild(2);
    OperatorSubtaskState state = saved(null, "weighty");
    NoteSerializer.runBuild(1);
    assertThatThrownBy(() -> kept(state))
        .hasStackTraceContaining(
            "This state was written in format 2 of NoteSerializer, and this build reads formats up"
                + " to 1: go on with the build that wrote it.");
  }

  /** Runs from a state (or none), keeps a note, and gives the state then. */
  private static OperatorSubtaskState saved(OperatorSubtaskState from, String text)
      throws Exception {
    try (var harness = restored(from)) {
      harness.processElement(text, 0);
      return harness.snapshot(1, 1);
    }
  }

  /** The notes that a run from this state finds. */
  private static List<Note> kept(OperatorSubtaskState from) throws Exception {
    try (var harness = restored(from)) {
      harness.processElement("?", 0);
      return harness.extractOutputValues();
    }
  }

  private static KeyedOneInputStreamOperatorTestHarness<String, String, Note> restored(
      OperatorSubtaskState from) throws Exception {
    var harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            new KeyedProcessOperator<>(new KeepNote()), text -> "one key", Types.STRING);
    harness.setup(new NoteSerializer());
    if (from != null) {
      harness.initializeState(from);
    }
    harness.open();
    return harness;
  }

  /** Keeps the last text, and tells what it kept when asked. */
  private static final class KeepNote extends KeyedProcessFunction<String, String, Note> {
    private static final long serialVersionUID = 1L;
    private transient ValueState<Note> note;

    @Override
    public void open(OpenContext context) {
      note =
          getRuntimeContext()
              .getState(
                  new ValueStateDescriptor<>(
                      "note", new VersionedType<>(Note.class, new NoteSerializer())));
    }

    @Override
    public void processElement(String text, Context context, Collector<Note> out) throws Exception {
      if (text.equals("?")) {
        out.collect(note.value());
        return;
      }
      note.update(new Note(text, 7));
    }
  }
}
