package dev.kilter.job.resume;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PipelineFatesTest {
  private static final Map<String, String> TOPICS =
      Map.of(
          "events", "sensor-events",
          "alerts", "alerts",
          "control", "control",
          "groups", "groups",
          "health", "health");
  private static final PipelineFacts FACTS = facts("pumps", "0.1.0", 5, TOPICS);

  @Test
  void underTheSameFileAllIsKept() {
    assertThat(PipelineFates.of(FACTS, FACTS)).extracting(Fate::outcome).containsOnly(Outcome.KEPT);
  }

  @Test
  void anotherNameIsRefused() {
    assertThat(changes(facts("boilers", "0.1.0", 5, TOPICS)))
        .containsExactly(
            "refused pipeline boilers: the state is of pipeline pumps, and the name is part of"
                + " every incident's id: name it pumps again, or start without this state");
  }

  @Test
  void aFormatOfANewerBuildIsRefused() {
    assertThat(changes(facts("pumps", "0.0.9", 4, TOPICS)))
        .containsExactly(
            "refused format entity: was written in version 5 by Kilter 0.1.0, and this build,"
                + " 0.0.9, reads up to 4: go on with the build that wrote it");
  }

  @Test
  void aFormatOfAnOlderBuildIsRead() {
    assertThat(changes(facts("pumps", "0.2.0", 6, TOPICS))).isEmpty();
  }

  @Test
  void anotherTopicOfEventsOrControlIsRefused() {
    assertThat(changes(with("events", "others")))
        .containsExactly(
            "refused events topic others: the state has its place in sensor-events, which would be"
                + " read on: name that one again, or start without this state");
    assertThat(changes(with("control", "others")))
        .containsExactly(
            "refused control topic others: the state has its place in control, which would be read"
                + " on: name that one again, or start without this state");
  }

  @Test
  void aTopicOfControlOrGroupsThatIsGoneIsDroppedAndANewOneBeginsAnew() {
    PipelineFacts without = facts("pumps", "0.1.0", 5, Map.of("events", "sensor-events"));
    assertThat(changes(without))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly(
            "dropped control topic control",
            "dropped groups topic groups",
            "dropped alerts topic alerts",
            "dropped health topic health");
    assertThat(changes(without, FACTS))
        .extracting(line -> line.substring(0, line.indexOf(':')))
        .containsExactly(
            "anew control topic control",
            "anew groups topic groups",
            "anew alerts topic alerts",
            "anew health topic health");
  }

  @Test
  void ofATopicThatIsOnlyWrittenToNothingIsLostWhereItIsAnother() {
    assertThat(lines(FACTS, with("alerts", "alarms")))
        .contains(
            "kept alerts topic alarms: nothing of it is state; what was told so far is in alerts");
  }

  @Test
  void channelsAreKeptByTheirNames() {
    assertThat(lines(FACTS, channels("vibration", "pressure")))
        .contains(
            "kept channel vibration: its last values and its health, by its name",
            "anew channel pressure: is new: begins with its next value",
            "dropped channel temperature: is not in the file: its health, and its values in events"
                + " that wait");
  }

  @Test
  void anotherModelBeginsAnew() {
    assertThat(changes(detectors(new DetectorFacts("pumps", "pump-*", "ae/2#77+faults/1#88", ""))))
        .containsExactly(
            "anew detector pumps: judged with ae/1, judges with ae/2+faults/1: rows, averages,"
                + " baselines, learned thresholds and what the model carries; open incidents stay"
                + " open");
    assertThat(changes(detectors(new DetectorFacts("pumps", "pump-*", "ae/1#77", ""))))
        .singleElement()
        .asString()
        .startsWith("anew detector pumps: ae/1 is not what it was, under the same name");
    assertThat(changes(detectors(new DetectorFacts("pumps", "pump-*", "ae/1#12", "3#4f"))))
        .singleElement()
        .asString()
        .startsWith("anew detector pumps: models or statistics of single entities have changed");
  }

  @Test
  void aDetectorThatIsGoneIsDroppedAndANewOneBeginsAnew() {
    assertThat(changes(detectors(new DetectorFacts("others", "*", "ae/1#12", ""))))
        .containsExactly(
            "anew detector others: is new: begins with the next row of each entity",
            "dropped detector pumps: is not in the file: what it remembers; what it has told open is"
                + " told closed");
  }

  @Test
  void otherEntitiesOfADetectorAreSaid() {
    assertThat(lines(FACTS, detectors(new DetectorFacts("pumps", "*", "ae/1#12", ""))))
        .anyMatch(line -> line.contains("it watches * instead of pump-*"));
  }

  @Test
  void whatWaitsInOpenTransactionsIsCommittedWhereTheyAreGivenUp() {
    PipelineFacts exactly = delivered("exactly-once");
    assertThat(lines(exactly, FACTS))
        .anyMatch(line -> line.startsWith("kept delivery at-least-once") && line.contains("open"));
    assertThat(lines(FACTS, exactly))
        .anyMatch(line -> line.startsWith("kept delivery exactly-once") && !line.contains("open"));
  }

  @Test
  void factsAreReadBackAsTheyWereWritten() throws Exception {
    PipelineFacts kept = FACTS.keptBy("rocksdb");
    assertThat(FactsJson.read(FactsJson.bytes(kept))).isEqualTo(kept);
  }

  private static List<String> changes(PipelineFacts now) {
    return changes(FACTS, now);
  }

  private static List<String> changes(PipelineFacts before, PipelineFacts now) {
    return lines(before, now).stream().filter(line -> !line.startsWith("kept")).toList();
  }

  private static List<String> lines(PipelineFacts before, PipelineFacts now) {
    return PipelineFates.of(before, now).stream()
        .map(fate -> fate.outcome().label() + " " + fate)
        .toList();
  }

  private static PipelineFacts with(String key, String topic) {
    var topics = new TreeMap<>(TOPICS);
    topics.put(key, topic);
    return facts("pumps", "0.1.0", 5, topics);
  }

  private static PipelineFacts channels(String... channels) {
    return new PipelineFacts(
        FACTS.kilter(),
        FACTS.name(),
        FACTS.delivery(),
        null,
        TOPICS,
        List.of(channels),
        FACTS.detectors());
  }

  private static PipelineFacts detectors(DetectorFacts detector) {
    return new PipelineFacts(
        FACTS.kilter(),
        FACTS.name(),
        FACTS.delivery(),
        null,
        TOPICS,
        FACTS.channels(),
        List.of(detector));
  }

  private static PipelineFacts delivered(String how) {
    return new PipelineFacts(
        FACTS.kilter(), FACTS.name(), how, null, TOPICS, FACTS.channels(), FACTS.detectors());
  }

  private static PipelineFacts facts(
      String name, String version, int format, Map<String, String> topics) {
    return new PipelineFacts(
        new BuildFacts(version, Map.of("entity", format)),
        name,
        "at-least-once",
        null,
        topics,
        List.of("temperature", "vibration"),
        List.of(new DetectorFacts("pumps", "pump-*", "ae/1#12", "")));
  }
}
