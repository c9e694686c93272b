package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.Hearing;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Judgement;
import dev.kilter.alert.Watch;
import dev.kilter.alert.feedback.NewNormal;
import dev.kilter.health.HealthKind;
import dev.kilter.health.HealthMessage;
import dev.kilter.health.HealthScope;
import dev.kilter.job.type.KilterTypes;
import dev.kilter.score.BaselineMove;
import dev.kilter.score.Rebaselining;
import dev.kilter.score.Score;
import dev.kilter.score.Verdict;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Subject;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/** Keeps a watch per entity and detector, and tells when an incident opens, worsens or closes. */
public final class JudgeScores extends KeyedProcessFunction<String, Envelope<Score>, Alert> {
  static final OutputTag<ScoreReport> SCORES = new OutputTag<>("scores", KilterTypes.SCORE_REPORT);
  static final OutputTag<HealthMessage> HEALTH = new OutputTag<>("baselines", KilterTypes.HEALTH);
  private static final long serialVersionUID = 1L;

  private final Map<String, Judge> judges;
  private final Map<String, Rebaselining> rebaselinings;
  private final Reports reports;
  private final AlertDelays delays;
  private transient MapState<String, Watch> watches;
  private transient WatchEnds ends;
  private transient Baselines baselines;
  private transient Hearings hearings;
  private transient Counter judged;
  private transient Counter notJudged;
  private transient Counter alerts;

  /**
   * An operator with these judges.
   *
   * @param judges each detector's judge, by the detector's id
   */
  public JudgeScores(Map<String, Judge> judges) {
    this(judges, Map.of(), Reports.all(), new AlertDelays(Map.of(), 0));
  }

  /**
   * An operator with these judges, some of which hold scores against what has become normal.
   *
   * @param judges each detector's judge, by the detector's id
   * @param rebaselinings when something becomes normal, by the detector's id
   * @param delays how far scores may be behind event time
   */
  JudgeScores(
      Map<String, Judge> judges,
      Map<String, Rebaselining> rebaselinings,
      Reports reports,
      AlertDelays delays) {
    this.reports = reports;
    this.delays = delays;
    this.judges = Map.copyOf(judges);
    this.rebaselinings = Map.copyOf(rebaselinings);
  }

  @Override
  public void open(OpenContext context) {
    watches =
        getRuntimeContext()
            .getMapState(new MapStateDescriptor<>("watches", Types.STRING, KilterTypes.WATCH));
    ends = new WatchEnds(judges, watches);
    baselines =
        new Baselines(
            rebaselinings,
            getRuntimeContext()
                .getMapState(
                    new MapStateDescriptor<>("baselines", Types.STRING, KilterTypes.BASELINE)));
    hearings =
        new Hearings(
            judges,
            delays,
            watches,
            getRuntimeContext()
                .getListState(new ListStateDescriptor<>("feedback", KilterTypes.FEEDBACK)));
    judged = getRuntimeContext().getMetricGroup().counter("judged");
    notJudged = getRuntimeContext().getMetricGroup().counter("notJudged");
    alerts = getRuntimeContext().getMetricGroup().counter("alerts");
  }

  @Override
  public void processElement(Envelope<Score> envelope, Context context, Collector<Alert> out)
      throws Exception {
    if (envelope instanceof Envelope.Judgeable<Score> judgeable) {
      judge(judgeable, context, out);
    } else if (envelope instanceof Envelope.Reset<Score> reset) {
      ends.restart(reset, context);
      baselines.restart(reset, telling(reset, context));
    } else if (envelope instanceof Envelope.NotJudged<Score> silent) {
      notJudged.inc();
      if (reports.scores()) {
        context.output(SCORES, reportOf(silent));
      }
      tell(ends.forgetWithoutModel(silent), out);
    } else if (envelope instanceof Envelope.Forgotten<Score> forgotten) {
      tell(ends.forget(forgotten, context), out);
      baselines.forget(forgotten.subject(), telling(forgotten, context), forgotten.words());
    } else if (envelope instanceof Envelope.Heard<Score> heard) {
      hearings.receive(heard.feedback(), context);
    }
  }

  @Override
  public void onTimer(long timestamp, OnTimerContext context, Collector<Alert> out)
      throws Exception {
    hearings.passed(timestamp, context);
  }

  private void judge(Envelope.Judgeable<Score> judgeable, Context context, Collector<Alert> out)
      throws Exception {
    Subject subject = judgeable.subject();
    String key = subject.keyInEntity();
    Watch watch = watchAt(judgeable, key, context);
    Judge judge = judges.get(subject.detector());
    boolean moved = watch.tuning().moved();
    Score score =
        baselines.measure(subject, judgeable.content(), moved, telling(judgeable, context));
    Judgement judgement = judge.judge(subject, score, watch, judgeable.silence() != null);
    watches.put(key, learning(judgeable, judge, judgement.watch(), context));
    judged.inc();
    if (reports.scores()) {
      context.output(SCORES, reportOf(judgeable, judgement.verdict()));
    }
    tell(judgement.alert(), out);
  }

  private Watch watchAt(Envelope.Judgeable<Score> judgeable, String key, Context context)
      throws Exception {
    Watch watch = watch(key);
    if (judgeable.timeMillis() <= watch.tuning().waitingMillis()) {
      return watch;
    }
    hearings.before(judgeable.subject(), judgeable.timeMillis(), context);
    return watch(key);
  }

  /** What is learned of a new normal that somebody has told of. */
  private Watch learning(
      Envelope.Judgeable<Score> judgeable, Judge judge, Watch watch, Context context)
      throws Exception {
    NewNormal before = watch.tuning().learning();
    if (before == null) {
      return watch;
    }
    NewNormal normal = before.with(judgeable.content());
    if (!normal.isSeen()) {
      return watch.tuned(watch.tuning().learning(normal));
    }
    List<BaselineMove> moves =
        baselines.adopt(
            judgeable, normal.seen(), judge.hearing().rule().level(), telling(judgeable, context));
    Hearing hearing = judge.hearing().learned(normal, moves, watch);
    context.output(Hearings.OUTCOMES, hearing.outcome());
    return hearing.watch();
  }

  private void tell(Alert alert, Collector<Alert> out) {
    if (alert != null) {
      alerts.inc();
      out.collect(alert);
    }
  }

  private BiConsumer<Subject, BaselineMove> telling(Envelope<Score> envelope, Context context) {
    return (subject, move) ->
        context.output(
            HEALTH,
            new HealthMessage(
                new HealthScope(
                    subject.entity(), subject.detector(), channel(subject, move.channel())),
                HealthKind.REBASELINED,
                move.began(),
                move.sinceMillis(),
                envelope.timeMillis(),
                move.detail()));
  }

  /** Of a detector that is there no more, nobody knows what its channels were called. */
  private String channel(Subject subject, int channel) {
    Judge judge = judges.get(subject.detector());
    return judge == null ? String.valueOf(channel) : judge.channels().get(channel);
  }

  private Watch watch(String keyInEntity) throws Exception {
    Watch watch = watches.get(keyInEntity);
    return watch == null ? Watch.begin() : watch;
  }

  private static ScoreReport reportOf(Envelope<Score> envelope, Verdict verdict) {
    return new ScoreReport(
        envelope.subject(),
        envelope.timeMillis(),
        verdict.score().raw(),
        verdict.average().score(),
        verdict.threshold(),
        verdict.score().expected(),
        verdict.shares(),
        null);
  }

  private static ScoreReport reportOf(Envelope.NotJudged<Score> envelope) {
    return new ScoreReport(
        envelope.subject(),
        envelope.timeMillis(),
        Double.NaN,
        Double.NaN,
        Double.NaN,
        null,
        null,
        envelope.reason());
  }
}
