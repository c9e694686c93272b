package dev.kilter.job.type;

import dev.kilter.alert.Alert;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.alert.Watch;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.Groups;
import dev.kilter.alert.group.Member;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.Decoded;
import dev.kilter.event.Event;
import dev.kilter.event.Reading;
import dev.kilter.event.ReceivedFeedback;
import dev.kilter.health.HealthMessage;
import dev.kilter.job.control.DecodedControl;
import dev.kilter.job.operator.AlignedRow;
import dev.kilter.job.operator.RowReport;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.score.Baseline;
import dev.kilter.score.RecurrentState;
import dev.kilter.score.Score;
import dev.kilter.sequence.EntityState;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Pane;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Track;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.TypeExtractor;

/** Every type that crosses an operator or is kept as state, and how each is written. */
public final class KilterTypes {
  /** Event or dead letter, behind the source. */
  public static final TypeInformation<Decoded> DECODED =
      new VersionedType<>(Decoded.class, new DecodedSerializer());

  /** Control message or dead letter, behind the source of the control topic. */
  public static final TypeInformation<DecodedControl> CONTROL =
      new VersionedType<>(DecodedControl.class, new ControlSerializer());

  /** Across the keyBy. */
  public static final TypeInformation<Event> EVENT =
      new VersionedType<>(Event.class, new EventSerializer());

  /** Readings that wait for their turn. */
  public static final TypeInformation<Reading> READING =
      new VersionedType<>(Reading.class, new ReadingSerializer());

  /** What is kept of an entity, whatever watches it. */
  public static final TypeInformation<EntityState> ENTITY =
      new VersionedType<>(EntityState.class, new EntityStateSerializer());

  /** What is kept of an entity for one detector. */
  public static final TypeInformation<Track> TRACK =
      new VersionedType<>(Track.class, new TrackSerializer());

  /** A few rows of an entity, as a detector sees them. */
  public static final TypeInformation<Pane> PANE =
      new VersionedType<>(Pane.class, new PaneSerializer());

  /** From sequence to score. */
  public static final TypeInformation<Envelope<Sequence>> SEQUENCES =
      new VersionedType<>(envelopeClass(), new SequenceEnvelopeSerializer());

  /** From score to judge. */
  public static final TypeInformation<Envelope<Score>> SCORES =
      new VersionedType<>(envelopeClass(), new ScoreEnvelopeSerializer());

  /** What a model carries from row to row of an entity. */
  public static final TypeInformation<RecurrentState> RECURRENT_STATE =
      new VersionedType<>(RecurrentState.class, new RecurrentStateSerializer());

  /** From where an entity's errors are measured. */
  public static final TypeInformation<Baseline> BASELINE =
      new VersionedType<>(Baseline.class, new BaselineSerializer());

  /** What people have said that is to be heard later. */
  public static final TypeInformation<ReceivedFeedback> FEEDBACK =
      new VersionedType<>(ReceivedFeedback.class, new ReceivedFeedbackSerializer());

  /** What people's verdicts have changed. */
  public static final TypeInformation<FeedbackOutcome> FEEDBACK_OUTCOME =
      TypeExtractor.getForClass(FeedbackOutcome.class);

  /** What a detector remembers of an entity. */
  public static final TypeInformation<Watch> WATCH =
      new VersionedType<>(Watch.class, new WatchSerializer());

  /** Alerts. */
  public static final TypeInformation<Alert> ALERT = TypeExtractor.getForClass(Alert.class);

  /** Incidents on their way to their groups. */
  public static final TypeInformation<Member> MEMBER =
      new VersionedType<>(Member.class, new MemberSerializer());

  /** What is kept of groups of incidents. */
  public static final TypeInformation<Groups> GROUPS =
      new VersionedType<>(Groups.class, new GroupsSerializer());

  /** Messages about groups. */
  public static final TypeInformation<GroupMessage> GROUP_MESSAGE =
      TypeExtractor.getForClass(GroupMessage.class);

  /** Scores on their way out. */
  public static final TypeInformation<ScoreReport> SCORE_REPORT =
      TypeExtractor.getForClass(ScoreReport.class);

  /** Rows on their way out. */
  public static final TypeInformation<RowReport> ROW_REPORT =
      TypeExtractor.getForClass(RowReport.class);

  /** Rows as a model sees them. */
  public static final TypeInformation<AlignedRow> ALIGNED_ROW =
      TypeExtractor.getForClass(AlignedRow.class);

  /** Health messages. */
  public static final TypeInformation<HealthMessage> HEALTH =
      TypeExtractor.getForClass(HealthMessage.class);

  /** Dead letters. */
  public static final TypeInformation<DeadLetter> DEAD_LETTER =
      TypeExtractor.getForClass(DeadLetter.class);

  private KilterTypes() {}

  /** All of them. */
  public static List<TypeInformation<?>> all() {
    return List.of(
        DECODED,
        CONTROL,
        EVENT,
        READING,
        ENTITY,
        TRACK,
        PANE,
        SEQUENCES,
        SCORES,
        RECURRENT_STATE,
        BASELINE,
        FEEDBACK,
        FEEDBACK_OUTCOME,
        WATCH,
        ALERT,
        MEMBER,
        GROUPS,
        GROUP_MESSAGE,
        SCORE_REPORT,
        ROW_REPORT,
        ALIGNED_ROW,
        HEALTH,
        DEAD_LETTER);
  }

  /**
   * What is kept as state, by the name of its format: written by serializers that have versions,
   * all of it. The names are in savepoints and never change.
   */
  public static Map<String, TypeInformation<?>> kept() {
    return Map.ofEntries(
        Map.entry("entity", ENTITY),
        Map.entry("reading", READING),
        Map.entry("track", TRACK),
        Map.entry("pane", PANE),
        Map.entry("control", CONTROL),
        Map.entry("carried", RECURRENT_STATE),
        Map.entry("watch", WATCH),
        Map.entry("baseline", BASELINE),
        Map.entry("feedback", FEEDBACK),
        Map.entry("groups", GROUPS),
        Map.entry("member", MEMBER));
  }

  @SuppressWarnings("unchecked")
  private static <T> Class<T> envelopeClass() {
    return (Class<T>) Envelope.class;
  }
}
