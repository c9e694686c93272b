package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.group.GroupKeys;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.GroupRule;
import dev.kilter.alert.group.Grouping;
import dev.kilter.alert.group.Member;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.job.Detector;
import dev.kilter.job.PipelinePlan;
import dev.kilter.job.config.LatePolicy;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.job.config.TimeConfig;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.Score;
import dev.kilter.sequence.EntityRules;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.SequencePlan;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The pipeline as a function from a stream to streams: production, replay and tests run this. */
public final class Topology {
  private Topology() {}

  /**
   * Events in, alerts out. Behind the one {@code keyBy}, sequence, score and judge are one task.
   *
   * @param decoded what came in, with event times and watermarks
   */
  public static Detections detect(DataStream<Decoded> decoded, PipelinePlan plan) {
    return detect(decoded, plan, Reports.all());
  }

  /**
   * The same, and nobody says anything meanwhile.
   *
   * @param reports what is wanted on the way; streams of what is not are empty
   */
  public static Detections detect(DataStream<Decoded> decoded, PipelinePlan plan, Reports reports) {
    return detect(decoded, null, plan, reports);
  }

  /**
   * The same.
   *
   * @param control what people say meanwhile, or null: nobody may
   * @param reports what is wanted on the way; streams of what is not are empty
   */
  public static Detections detect(
      DataStream<Decoded> decoded, ControlStream control, PipelinePlan plan, Reports reports) {
    SingleOutputStreamOperator<Event> events = events(decoded, "split");
    SingleOutputStreamOperator<Envelope<Sequence>> sequences =
        control == null
            ? sequences(events, plan, reports)
            : sequences(events, control, plan, reports);
    SingleOutputStreamOperator<Envelope<Score>> scores = scores(sequences, plan);
    SingleOutputStreamOperator<Alert> alerts = alerts(scores, plan, reports);
    DataStream<DeadLetter> deadLetters =
        events
            .getSideOutput(SplitDecoded.DEAD_LETTERS)
            .union(
                sequences.getSideOutput(BuildSequences.LATE),
                sequences.getSideOutput(ControlledSequences.REFUSED),
                scores.getSideOutput(ScoreSequences.UNSCORED),
                alerts.getSideOutput(Hearings.UNKNOWN));
    return new Detections(
        alerts,
        alerts.getSideOutput(JudgeScores.SCORES),
        sequences.getSideOutput(BuildSequences.ROWS),
        sequences
            .getSideOutput(BuildSequences.HEALTH)
            .union(alerts.getSideOutput(JudgeScores.HEALTH)),
        alerts.getSideOutput(Hearings.OUTCOMES),
        deadLetters,
        sequences);
  }

  /**
   * Events in, rows out as detectors make them: what a model is trained on.
   *
   * @param rows how they are made
   */
  public static DataStream<AlignedRow> align(
      DataStream<Decoded> decoded, PipelineConfig config, SequencePlan rows) {
    return events(decoded, "split-for-rows")
        .keyBy(Event::entity, Types.STRING)
        .process(
            new AlignRows(rows, entityRules(config), orderRules(config.time()), lateEvents(config)),
            KilterTypes.SEQUENCES)
        .name("align")
        .uid("align")
        .getSideOutput(AlignRows.ALIGNED);
  }

  /** Events in, scores out, not yet averaged nor judged: what a model is calibrated on. */
  public static DataStream<Envelope<Score>> score(DataStream<Decoded> decoded, PipelinePlan plan) {
    return scores(sequences(events(decoded, "split"), plan, new Reports(false, false)), plan);
  }

  /**
   * Alerts in, messages about groups of incidents out. The alerts are keyed anew for it, and go
   * their own way as if there were no groups.
   *
   * @param plan a plan whose pipeline file asks for groups
   */
  public static DataStream<GroupMessage> group(DataStream<Alert> alerts, PipelinePlan plan) {
    GroupRule rule = plan.config().groups();
    GroupKeys keys = GroupKeys.of(rule.by());
    return alerts
        .map(Member::of, KilterTypes.MEMBER)
        .name("incidents")
        .uid("group-incidents")
        .filter(keys::has)
        .name("may be in a group?")
        .uid("group-candidates")
        .keyBy(keys::keyOf, Types.STRING)
        .process(
            new GroupAlerts(
                new Grouping(plan.config().name(), rule), AlertDelays.of(plan.detectors())),
            KilterTypes.GROUP_MESSAGE)
        .name("group")
        .uid("group");
  }

  private static SingleOutputStreamOperator<Event> events(DataStream<Decoded> decoded, String uid) {
    return decoded
        .transform(uid, KilterTypes.EVENT, new SplitDecoded())
        .uid(uid)
        .setParallelism(decoded.getParallelism());
  }

  private static SingleOutputStreamOperator<Envelope<Sequence>> sequences(
      DataStream<Event> events, PipelinePlan plan, Reports reports) {
    return events
        .keyBy(Event::entity, Types.STRING)
        .transform(
            "sequence",
            KilterTypes.SEQUENCES,
            new ResumingSequences(build(plan, reports), PipelineFacts.of(plan)))
        .uid("sequence");
  }

  private static SingleOutputStreamOperator<Envelope<Sequence>> sequences(
      DataStream<Event> events, ControlStream control, PipelinePlan plan, Reports reports) {
    long rememberMillis = plan.config().time().forgetAfter().toMillis();
    return events
        .keyBy(Event::entity, Types.STRING)
        .connect(control.messages().broadcast())
        .transform(
            "sequence",
            KilterTypes.SEQUENCES,
            control.hearing(build(plan, reports), PipelineFacts.of(plan), rememberMillis))
        .uid("sequence");
  }

  /** The operator that builds the sequences of a pipeline. */
  static BuildSequences build(PipelinePlan plan, Reports reports) {
    return new BuildSequences(
        plan.detectors().stream().map(Detector::sequences).toList(),
        entityRules(plan.config()),
        orderRules(plan.config().time()),
        lateEvents(plan.config()),
        reports);
  }

  private static LateEvents lateEvents(PipelineConfig config) {
    return new LateEvents(config.kafka().events(), config.events().channelNames());
  }

  private static EntityRules entityRules(PipelineConfig config) {
    return new EntityRules(
        config.events().watched(),
        config.health().silentAfter().toMillis(),
        config.time().forgetAfter().toMillis());
  }

  private static OrderRules orderRules(TimeConfig time) {
    return new OrderRules(
        time.maxLateness().toMillis(),
        time.late() == LatePolicy.JUDGE,
        time.duplicates(),
        time.forgetAfter().toMillis());
  }

  private static SingleOutputStreamOperator<Envelope<Score>> scores(
      DataStream<Envelope<Sequence>> sequences, PipelinePlan plan) {
    var models =
        plan.detectors().stream().collect(Collectors.toMap(Detector::id, Detector::models));
    return DataStreamUtils.reinterpretAsKeyedStream(sequences, Envelope::entity, Types.STRING)
        .transform(
            "score",
            KilterTypes.SCORES,
            new ScoreSequences(
                models, classifications(plan), plan.config().runtime(), unscored(plan)))
        .uid("score");
  }

  private static Map<String, Classification> classifications(PipelinePlan plan) {
    return plan.detectors().stream()
        .filter(detector -> detector.classifier() != null)
        .collect(
            Collectors.toMap(
                Detector::id,
                detector ->
                    new Classification(
                        detector.classifier(),
                        detector.judge().models().map(model -> model.rule().thresholdAtFirst()))));
  }

  private static UnscoredSequences unscored(PipelinePlan plan) {
    return new UnscoredSequences(
        plan.config().kafka().events(),
        plan.detectors().stream()
            .collect(
                Collectors.toMap(
                    Detector::id, detector -> List.of(detector.sequences().channels().names()))));
  }

  private static SingleOutputStreamOperator<Alert> alerts(
      DataStream<Envelope<Score>> scores, PipelinePlan plan, Reports reports) {
    var judges = plan.detectors().stream().collect(Collectors.toMap(Detector::id, Detector::judge));
    KeyedStream<Envelope<Score>, String> byEntity =
        DataStreamUtils.reinterpretAsKeyedStream(scores, Envelope::entity, Types.STRING);
    var rebaselinings =
        plan.detectors().stream()
            .filter(detector -> detector.rebaselining() != null)
            .collect(Collectors.toMap(Detector::id, Detector::rebaselining));
    return byEntity
        .process(
            new JudgeScores(judges, rebaselinings, reports, AlertDelays.of(plan.detectors())),
            KilterTypes.ALERT)
        .name("judge")
        .uid("judge");
  }
}
