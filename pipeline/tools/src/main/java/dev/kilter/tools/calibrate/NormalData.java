package dev.kilter.tools.calibrate;

import dev.kilter.event.Decoded;
import dev.kilter.event.EntityPattern;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.RowsPlan;
import dev.kilter.job.operator.AlignedRow;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.job.operator.Topology;
import dev.kilter.onnx.ModelBundle;
import dev.kilter.onnx.ModelContract;
import dev.kilter.onnx.RowContract;
import dev.kilter.score.Score;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.SequencePlan;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.embedded.ScratchFolder;
import dev.kilter.tools.replay.RecordedRun;
import dev.kilter.tools.replay.ReplayMeter;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Recordings of normal running, read once for each question, through the pipeline's own stages. */
final class NormalData {
  private final RecordedRun run;
  private final EntityPattern entities;
  private final ScratchFolder scratch;
  private final Consumer<String> beat;

  /**
   * Data that a run reads.
   *
   * @param entities whose of it
   * @param scratch for what is gone in the end
   * @param beat told now and then how far it has come
   */
  NormalData(
      RecordedRun run, EntityPattern entities, ScratchFolder scratch, Consumer<String> beat) {
    this.run = run;
    this.entities = entities;
    this.scratch = scratch;
    this.beat = beat;
  }

  /**
   * What there is.
   *
   * @param rows what the rows are like
   * @param unused the inputs that became none
   */
  record Survey(NormalRows rows, Reasons unused) {}

  /** The rows as a model wants them. */
  Survey survey(RowContract wanted, ModelContract contract, String place) throws Exception {
    SequencePlan all = RowsPlan.resolve(run.pipeline(), wanted, place);
    SequencePlan plan =
        new SequencePlan(
            all.detector(),
            entities,
            all.modelVersions(),
            all.channels(),
            all.shape(),
            all.limits());
    GatheringSink<AlignedRow, NormalRows> rows = sink("rows", NormalRows.of(contract));
    GatheringSink<Decoded, DeadLetters> letters = sink("dead-letters", new DeadLetters());
    read(
        "1 of 3, rows",
        events -> {
          gather(Topology.align(events, run.pipeline(), plan), rows, "rows");
          gather(events, letters, "dead-letters");
        });
    return new Survey(rows.gathered(), letters.gathered().reasons());
  }

  /** The errors that a model makes, whose contract has errors of mean 0 and deviation 1. */
  NormalErrors errors(ModelBundle bundle, HeldOut heldOut) throws Exception {
    PipelinePlan plan = PipelinePlan.of(run.pipeline(), entities, bundle);
    int channels = bundle.contract().channels().size();
    GatheringSink<Envelope<Score>, NormalErrors> errors =
        sink("errors", new NormalErrors(channels, heldOut));
    read("2 of 3, errors", events -> gather(Topology.score(events, plan), errors, "errors"));
    return errors.gathered();
  }

  /** The scores that a model gives, averaged as its contract says. */
  NormalScores scores(ModelBundle bundle, HeldOut heldOut) throws Exception {
    PipelinePlan plan = PipelinePlan.of(run.pipeline(), entities, bundle);
    GatheringSink<ScoreReport, NormalScores> scores = sink("scores", new NormalScores(heldOut));
    read(
        "3 of 3, scores",
        events -> gather(Topology.detect(events, plan).scores(), scores, "scores"));
    return scores.gathered();
  }

  private void read(String what, RecordedRun.Job job) throws Exception {
    ReplayMeter meter = ReplayMeter.current();
    meter.begin();
    run.run(
        job,
        () ->
            beat.accept(
                "%s: %d %%  %s events read"
                    .formatted(
                        what, (int) (100 * meter.share()), HumanNumbers.grouped(meter.events()))));
  }

  private <T, G extends Gathering<T, G>> GatheringSink<T, G> sink(String name, G empty) {
    return new GatheringSink<>(scratch.folder(name).toString(), empty);
  }

  private static <T> void gather(DataStream<T> stream, GatheringSink<T, ?> sink, String name) {
    stream.sinkTo(sink).name(name).uid(name);
  }
}
