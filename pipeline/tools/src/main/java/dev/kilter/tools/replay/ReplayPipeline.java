package dev.kilter.tools.replay;

import dev.kilter.UserError;
import dev.kilter.event.Decoded;
import dev.kilter.job.Detector;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.operator.AlignedRow;
import dev.kilter.job.operator.ControlStream;
import dev.kilter.job.operator.Detections;
import dev.kilter.job.operator.Reports;
import dev.kilter.job.operator.Topology;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.tools.embedded.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Runs a pipeline over recordings in this process, without Kafka, as far as they go. */
final class ReplayPipeline {
  private static final String ALERTS = "alerts";
  private static final String SCORES = "scores";
  private static final String ROWS = "rows";
  private static final String HEALTH = "health";
  private static final String DEAD_LETTERS = "dead-letters";
  private static final String ALIGNED_ROWS = "aligned-rows";
  private static final String GROUPS = "groups";
  private static final String FEEDBACK = "feedback";

  private final PipelinePlan plan;
  private final WantedRows wanted;
  private final List<DecodedControl> control;
  private final int parallelism;
  private final ScratchFolder scratch;

  /**
   * A run of this pipeline.
   *
   * @param wanted rows to write beside its results, or null
   * @param scratch for what is gone after the run
   */
  ReplayPipeline(PipelinePlan plan, WantedRows wanted, int parallelism, ScratchFolder scratch) {
    this(plan, wanted, List.of(), parallelism, scratch);
  }

  /**
   * A run of this pipeline to which people say something.
   *
   * @param wanted rows to write beside its results, or null
   * @param control what they say
   * @param scratch for what is gone after the run
   */
  ReplayPipeline(
      PipelinePlan plan,
      WantedRows wanted,
      List<DecodedControl> control,
      int parallelism,
      ScratchFolder scratch) {
    this.plan = plan;
    this.wanted = wanted;
    this.control = List.copyOf(control);
    this.parallelism = parallelism;
    this.scratch = scratch;
  }

  /**
   * Reads to the end and writes the result files; none is written when the recordings cannot be
   * read to the end.
   *
   * @param beat called now and then while it goes on
   * @throws UserError when a recording is not as it should be
   */
  ReplayResult run(RecordedFiles files, Path results, Runnable beat) throws Exception {
    long beganNanos = System.nanoTime();
    new RecordedRun(plan.config(), files, parallelism).run(this::assemble, beat);
    if (wanted != null) {
      merged(ALIGNED_ROWS, results);
    }
    return new ReplayResult(
        results,
        merged(ALERTS, results),
        merged(SCORES, results),
        merged(ROWS, results),
        merged(HEALTH, results),
        merged(DEAD_LETTERS, results),
        hasGroups() ? merged(GROUPS, results) : 0,
        control.isEmpty() ? 0 : merged(FEEDBACK, results),
        Duration.ofNanos(System.nanoTime() - beganNanos));
  }

  private void assemble(DataStream<Decoded> events) throws IOException {
    Detections found = Topology.detect(events, controlBeside(events), plan, Reports.all());
    String topic = plan.config().kafka().events();
    collect(found.alerts(), ALERTS, Lines.alerts(topic));
    collect(found.scores(), SCORES, Lines.scores(channels()));
    collect(found.rows(), ROWS, Lines.rows(plan.config().events().channelNames()));
    collect(found.health(), HEALTH, Lines.health(plan.config().name()));
    collect(found.deadLetters(), DEAD_LETTERS, Lines::deadLetter);
    if (hasGroups()) {
      collect(Topology.group(found.alerts(), plan), GROUPS, Lines.groups());
    }
    if (!control.isEmpty()) {
      collect(found.feedback(), FEEDBACK, Lines.feedback());
    }
    if (wanted != null) {
      align(events);
    }
  }

  private ControlStream controlBeside(DataStream<Decoded> events) {
    return control.isEmpty()
        ? null
        : ControlStream.recorded(
            events
                .getExecutionEnvironment()
                .fromData(control, KilterTypes.CONTROL)
                .setParallelism(1)
                .name("control")
                .uid("control"));
  }

  private boolean hasGroups() {
    return plan.config().groups() != null;
  }

  private void align(DataStream<Decoded> events) throws IOException {
    SortedRuns header = new SortedRuns(scratch.folder(ALIGNED_ROWS));
    header.add(wanted.header());
    header.write();
    DataStream<AlignedRow> rows = Topology.align(events, plan.config(), wanted.plan());
    collect(rows, ALIGNED_ROWS, wanted.format());
  }

  private <T> void collect(DataStream<T> stream, String name, LineFormat<T> format) {
    stream.sinkTo(new LinesSink<>(scratch.folder(name).toString(), format)).name(name).uid(name);
  }

  private Map<String, List<String>> channels() {
    return plan.detectors().stream()
        .collect(
            Collectors.toMap(
                Detector::id, detector -> List.of(detector.sequences().channels().names())));
  }

  private long merged(String name, Path results) throws IOException {
    return MergedRuns.write(scratch.folder(name), results.resolve(name + ".jsonl"));
  }
}
