package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.embedded.EmbeddedBroker;
import dev.kilter.tools.notify.HookServer.Hit;
import dev.kilter.tools.notify.HookServer.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a real broker go to webhooks of every temper. */
class NotifyIT {
  private static EmbeddedBroker broker;

  @TempDir private Path folder;
  private AlertsTopic alerts;

  @BeforeAll
  static void start() {
    broker = EmbeddedBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @BeforeEach
  void makeTopics(TestInfo test) throws Exception {
    alerts = AlertsTopic.create(broker, test.getTestMethod().orElseThrow().getName(), folder);
  }

  @Test
  void everyAlertOfALongTopicIsToldOnceAsItIs() throws Exception {
    List<String> written =
        IntStream.range(0, 3_000)
            .mapToObj(each -> Notices.json("i" + each, 1, "open", "minor"))
            .toList();
    alerts.write(written);
    try (HookServer hook = HookServer.start(hit -> Reply.of(200))) {
      assertThat(once(hook)).isZero();
      assertThat(once(hook)).isZero();
      assertThat(hook.hits()).extracting(Hit::body).containsExactlyInAnyOrderElementsOf(written);
    }
  }

  @Test
  void theAlertsOfAnIncidentGoInOrderThoughSomeAreNotTakenAtFirst() throws Exception {
    for (int revision = 1; revision <= 4; revision++) {
      alerts.write("a", revision, "open", "minor");
      alerts.write("b", revision, "open", "minor");
    }
    Set<String> failed = ConcurrentHashMap.newKeySet();
    try (HookServer hook =
        HookServer.start(
            hit -> Reply.of(hit.id().endsWith("2") && failed.add(hit.id()) ? 503 : 200))) {
      assertThat(once(hook)).isZero();
      assertThat(ids(hook.hits(), "a")).containsExactly("a/1", "a/2", "a/2", "a/3", "a/4");
      assertThat(ids(hook.hits(), "b")).containsExactly("b/1", "b/2", "b/2", "b/3", "b/4");
    }
  }

  @Test
  void whatHangsHoldsUpNoOtherAndComesAgainInTheNextRunUnderTheSameIdentifier() throws Exception {
    alerts.write("hangs", 1, "open", "minor");
    alerts.write("b", 1, "open", "minor");
    alerts.write("b", 2, "closed", "minor");
    alerts.write("hangs", 2, "closed", "minor");
    CountDownLatch over = new CountDownLatch(1);
    try (HookServer hook =
        HookServer.start(hit -> hit.id().startsWith("b") ? Reply.of(200) : after(over))) {
      BackgroundRun run =
          BackgroundRun.start(
              alerts.notifying(
                  "--webhook", hook.address(), "--from", "earliest", "--timeout", "1s"));
      hook.await(hits -> has(hits, "hangs/1") && has(hits, "b/2"));
      assertThat(run.stop()).isZero();
      assertThat(alerts.committed()).isZero();
      assertThat(hook.hits()).extracting(Hit::id).doesNotContain("hangs/2");
      int before = hook.hits().size();

      over.countDown();
      assertThat(once(hook)).isZero();
      List<Hit> hits = hook.hits();
      List<Hit> second = hits.subList(before, hits.size());
      assertThat(ids(second, "hangs")).containsExactly("hangs/1", "hangs/2");
      assertThat(ids(second, "b")).containsExactly("b/1", "b/2");
      assertThat(hits).allMatch(hit -> hit.id().equals(hit.key()));
      assertThat(alerts.committed()).isEqualTo(4);
    }
  }

  @Test
  void whatIsNoAlertAndWhatIsRefusedAreDeadLettersAndTheNextGoes() throws Exception {
    alerts.write(List.of("rubbish"));
    alerts.write("refused", 1, "open", "minor");
    alerts.write("refused", 2, "open", "minor");
    try (HookServer hook =
        HookServer.start(hit -> Reply.of(hit.id().equals("refused/1") ? 422 : 200))) {
      assertThat(once(hook)).isZero();
      assertThat(hook.hits()).extracting(Hit::id).containsExactly("refused/1", "refused/2");
    }
    String name = "whatIsNoAlertAndWhatIsRefusedAreDeadLettersAndTheNextGoes";
    assertThat(alerts.letters())
        .hasSize(2)
        .anyMatch(line -> line.startsWith("not-json (it is no JSON") && line.endsWith(name + "@0"))
        .contains("not-delivered (it answers 422) " + name + "@1");
    assertThat(alerts.committed()).isEqualTo(3);
  }

  @Test
  void whatIsNotTakenForTooLongIsADeadLetter() throws Exception {
    alerts.write("a", 1, "open", "minor");
    try (HookServer hook = HookServer.start(hit -> Reply.of(503))) {
      assertThat(once(hook, "--give-up-after", "1ms")).isZero();
      assertThat(hook.hits()).isNotEmpty();
    }
    assertThat(alerts.letters())
        .containsExactly(
            "not-delivered (it answers 503, and was given up) "
                + "whatIsNotTakenForTooLongIsADeadLetter@0");
  }

  @Test
  void whatWasThereBeforeTheFirstRunIsNotToldUnlessAskedFor() throws Exception {
    alerts.write("old", 1, "open", "minor");
    try (HookServer hook = HookServer.start(hit -> Reply.of(200))) {
      String[] plain = {"--webhook", hook.address(), "--once"};
      assertThat(alerts.notifying(plain).call()).isZero();
      alerts.write("new", 1, "open", "minor");
      assertThat(alerts.notifying(plain).call()).isZero();
      assertThat(hook.hits()).extracting(Hit::id).containsExactly("new/1");
    }
  }

  @Test
  void onlyWhatIsMeantIsToldInTheFormThatIsWanted() throws Exception {
    alerts.write("a", 1, "open", "minor");
    alerts.write("a", 2, "open", "major");
    Path template = folder.resolve("hook.json");
    Files.writeString(template, "{\"text\": \"{{/entity}}: {{/severity}}\"}");
    try (HookServer hook = HookServer.start(hit -> Reply.of(200))) {
      assertThat(once(hook, "--min-severity", "major", "--template", template.toString())).isZero();
      assertThat(hook.hits())
          .extracting(Hit::body)
          .containsExactly("{\"text\": \"pump-17: major\"}");
    }
    assertThat(alerts.committed()).isEqualTo(2);
  }

  private int once(HookServer hook, String... more) throws Exception {
    String[] options = {"--webhook", hook.address(), "--from", "earliest", "--once"};
    return alerts
        .notifying(Stream.of(options, more).flatMap(Stream::of).toArray(String[]::new))
        .call();
  }

  private static Reply after(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Reply.of(200);
  }

  private static boolean has(List<Hit> hits, String id) {
    return hits.stream().anyMatch(hit -> hit.id().equals(id));
  }

  private static List<String> ids(List<Hit> hits, String incident) {
    return hits.stream().map(Hit::id).filter(id -> id.startsWith(incident + "/")).toList();
  }
}
