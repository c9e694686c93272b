package dev.kilter.job.type;

import static dev.kilter.job.type.Comparison.assertSame;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.Alert;
import dev.kilter.alert.AlertCause;
import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.ChannelPart;
import dev.kilter.alert.ClassAverage;
import dev.kilter.alert.ClassProbability;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.Findings;
import dev.kilter.alert.Incident;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.Severity;
import dev.kilter.alert.Telling;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.GroupTimes;
import dev.kilter.alert.group.Groups;
import dev.kilter.alert.group.Member;
import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.RecordPosition;
import dev.kilter.health.Ailment;
import dev.kilter.health.HealthKind;
import dev.kilter.job.operator.AlignedRow;
import dev.kilter.job.operator.RowReport;
import dev.kilter.job.operator.ScoreReport;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.types.PojoTestUtils;
import org.apache.flink.util.InstantiationUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KilterTypesTest {
  private static final Incident INCIDENT =
      new Incident(
          "5b1f",
          900,
          1000,
          100,
          Severity.MAJOR,
          13.5,
          7,
          false,
          true,
          new ClassAverage(4, new float[] {0.75f, 0.25f}),
          new Telling(2, 1200, 1, true, new ModelReference("flat", "1", "00"), 9.5));

  private static final Member ALONE =
      new Member("5b1f", 2, "pumps", "pump-17", null, Severity.MAJOR, AlertStatus.OPEN, 1000, 1001);
  private static final Group GROUP =
      new Group(
          "9c2e",
          3,
          true,
          true,
          Severity.CRITICAL,
          new GroupTimes(1, 2, 3, 4),
          7,
          List.of(ALONE, ALONE));

  @ParameterizedTest
  @ValueSource(
      classes = {
        Alert.class,
        ScoreReport.class,
        RowReport.class,
        AlignedRow.class,
        DeadLetter.class,
        GroupMessage.class
      })
  void recordsAreWrittenFieldByFieldAndNotByKryo(Class<?> type) {
    PojoTestUtils.assertSerializedAsPojoWithoutKryo(type);
  }

  static List<TypeInformation<?>> all() {
    return KilterTypes.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void aTypeTravelsToTheMachinesThatRunTheJob(TypeInformation<?> type) throws Exception {
    assertThat(InstantiationUtil.clone(type)).isEqualTo(type).hasSameHashCodeAs(type);
  }

  @Test
  void everyTypeIsItsOwn() {
    assertThat(KilterTypes.all()).doesNotHaveDuplicates().hasSize(23);
  }

  @Test
  void allThatIsKeptIsInFormatsThatHaveVersions() {
    assertThat(KilterTypes.kept().values())
        .hasSize(11)
        .isSubsetOf(KilterTypes.all())
        .allMatch(VersionedType.class::isInstance);
    assertThat(StateFormats.versions())
        .containsOnlyKeys(KilterTypes.kept().keySet())
        .containsEntry("entity", new EntityStateSerializer().currentVersion());
  }

  @Test
  void anAlertIsReadBack() throws IOException {
    Findings findings =
        new Findings(
            9.4,
            4.1,
            13,
            List.of(new ChannelPart("vibration", 1.9, 0.4, 0.81)),
            List.of(new ClassProbability("leak", 0.75)),
            new ModelReference("flat", "1", "hash"),
            new Evidence(1, 2, 10.2, Double.NaN, List.of(new OffsetRange(3, 1841, 1872))),
            List.of(
                new Ailment(HealthKind.FLAT, "vibration", 7),
                new Ailment(HealthKind.SILENT, null, 8)));
    assertReadBack(
        KilterTypes.ALERT,
        new Alert(
            "pumps",
            "pump-17",
            INCIDENT,
            AlertStatus.OPEN,
            9,
            findings,
            true,
            AlertCause.WORSENED));
  }

  @Test
  void aDeadLetterWithoutKeyOrValueIsReadBack() throws IOException {
    RecordPosition position = new RecordPosition("events", 1, 2);
    assertReadBack(
        KilterTypes.DEAD_LETTER,
        new DeadLetter(position, -1, null, null, DeadLetterReason.NULL_VALUE, "no value"));
    assertReadBack(
        KilterTypes.DEAD_LETTER,
        new DeadLetter(position, -1, new byte[0], new byte[] {1}, DeadLetterReason.EMPTY, "x"));
  }

  @Test
  void aScoreReportIsReadBack() throws IOException {
    assertReadBack(
        KilterTypes.SCORE_REPORT,
        new ScoreReport(
            new Subject("d", "e", true), 1, 2, 3, 4, new float[] {1}, new double[] {0.5}, null));
    assertReadBack(
        KilterTypes.SCORE_REPORT,
        new ScoreReport(
            new Subject("d", "e", true), 1, Double.NaN, Double.NaN, Double.NaN, null, null, "gap"));
  }

  @Test
  void groupsAndWhatIsAloneAreReadBack() throws IOException {
    assertReadBack(KilterTypes.MEMBER, ALONE);
    assertReadBack(KilterTypes.GROUPS, new Groups(7, List.of(ALONE), List.of(GROUP)));
    assertReadBack(KilterTypes.GROUPS, Groups.none());
    assertReadBack(KilterTypes.GROUP_MESSAGE, new GroupMessage("pumps", "hall-7", GROUP, "a few"));
  }

  private static <T> void assertReadBack(TypeInformation<T> type, T value) throws IOException {
    TypeSerializer<T> serializer = type.createSerializer(new SerializerConfigImpl());
    byte[] bytes = Format.written(serializer, value);
    assertSame(serializer.deserialize(new DataInputDeserializer(bytes)), value);
    assertSame(serializer.copy(value), value);
  }
}
