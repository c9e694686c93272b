package dev.kilter.job.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.kilter.alert.AlertStatus;
import dev.kilter.alert.Severity;
import dev.kilter.alert.group.Group;
import dev.kilter.alert.group.GroupMessage;
import dev.kilter.alert.group.GroupTimes;
import dev.kilter.alert.group.Member;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupRecordsTest {
  private final GroupRecords records = new GroupRecords("plant", "alert-groups");

  @Test
  void aMessageIsThisLine() {
    assertThat(Alerts.text(serialized(message(2, true)).value()))
        .isEqualTo(
            "{\"group\":\"9c2e\",\"revision\":2,\"status\":\"open\",\"severity\":\"major\","
                + "\"opened\":\"2026-03-01T12:00:07Z\",\"time\":\"2026-03-01T12:00:31Z\","
                + "\"channels\":[\"vibration\",\"flow\"],"
                + "\"incidents\":[{\"incident\":\"5b1f\",\"detector\":\"pumps\","
                + "\"entity\":\"hall-7/pump-1\",\"severity\":\"major\",\"status\":\"open\"},"
                + "{\"incident\":\"6c2a\",\"detector\":\"fans\",\"entity\":\"hall-7/fan-1\","
                + "\"severity\":\"minor\",\"status\":\"closed\"},"
                + "{\"incident\":\"7d3b\",\"detector\":\"pumps\",\"entity\":\"hall-7/pump-2\","
                + "\"severity\":\"minor\",\"status\":\"open\"}],"
                + "\"summary\":\"a few\"}");
  }

  @Test
  void thoseThatAreNotListedAreCounted() {
    assertThat(Alerts.text(GroupJson.bytes(message(2, true, 240))))
        .contains("\"status\":\"open\"}],\"others\":240,\"summary\":");
  }

  @Test
  void aMessageIsKeyedByItsGroupWithItsEventTime() {
    ProducerRecord<byte[], byte[]> record = serialized(message(2, true));

    assertThat(record.topic()).isEqualTo("alert-groups");
    assertThat(record.partition()).isNull();
    assertThat(record.key()).asString().isEqualTo("9c2e");
    assertThat(record.timestamp()).isEqualTo(Alerts.TIME);
  }

  @Test
  void itsHeadersAreACloudEvent() {
    assertThat(Alerts.headers(serialized(message(2, true))))
        .containsExactly(
            entry("ce_specversion", "1.0"),
            entry("ce_id", "9c2e/2"),
            entry("ce_type", "dev.kilter.group.updated"),
            entry("ce_source", "/kilter/plant"),
            entry("ce_subject", "hall-7"),
            entry("ce_time", "2026-03-01T12:00:31Z"),
            entry("content-type", "application/json"));
  }

  @Test
  void aGroupOfOneDetectorNamesIt() {
    GroupMessage any = message(1, true);
    GroupMessage message = new GroupMessage("pumps", "", any.group(), any.summary());

    assertThat(Alerts.headers(serialized(message)))
        .containsEntry("ce_source", "/kilter/plant/pumps")
        .doesNotContainKey("ce_subject");
  }

  @ParameterizedTest
  @CsvSource({"1, true, opened", "2, true, updated", "3, false, closed"})
  void theTypeSaysWhatBecameOfTheGroup(int revision, boolean open, String type) {
    assertThat(Alerts.headers(serialized(message(revision, open))))
        .containsEntry("ce_type", "dev.kilter.group." + type);
  }

  private ProducerRecord<byte[], byte[]> serialized(GroupMessage message) {
    return records.serialize(message, null, null);
  }

  private static GroupMessage message(int revision, boolean open) {
    return message(revision, open, 0);
  }

  private static GroupMessage message(int revision, boolean open, int others) {
    long opened = Alerts.TIME - 24_000;
    List<Member> members =
        List.of(
            member("5b1f", "pumps", "hall-7/pump-1", Severity.MAJOR, AlertStatus.OPEN),
            member("6c2a", "fans", "hall-7/fan-1", Severity.MINOR, AlertStatus.CLOSED),
            member("7d3b", "pumps", "hall-7/pump-2", Severity.MINOR, AlertStatus.OPEN));
    GroupTimes times = new GroupTimes(opened, opened + 4_000, Alerts.TIME, Alerts.TIME);
    Group group = new Group("9c2e", revision, open, false, Severity.MAJOR, times, others, members);
    return new GroupMessage("", "hall-7", group, "a few");
  }

  private static Member member(
      String incident, String detector, String entity, Severity severity, AlertStatus status) {
    String channel = detector.equals("fans") ? "flow" : "vibration";
    long opened = Alerts.TIME - 24_000;
    return new Member(incident, 1, detector, entity, channel, severity, status, opened, opened);
  }
}
