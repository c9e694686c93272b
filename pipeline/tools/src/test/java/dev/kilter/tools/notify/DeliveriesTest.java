package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeliveriesTest {
  private static final Duration WAIT = Duration.ofSeconds(1);
  private static final Answer BUSY = new Answer.Later("busy", Duration.ZERO);

  private final HeldPosts posts = new HeldPosts();
  private final HeardOutcomes heard = new HeardOutcomes();
  private long nanos;
  private final Deliveries deliveries = deliveries(Optional.of(Duration.ofSeconds(3)));

  @Test
  void theNextOfAnIncidentGoesOnlyOnceTheOneBeforeWasTaken() {
    add(Notices.open("a", 1), Notices.open("a", 2), Notices.open("a", 3));
    assertThat(posts.made()).containsExactly("a/1");
    accept("a/1");
    assertThat(posts.made()).containsExactly("a/1", "a/2");
    accept("a/2");
    accept("a/3");

    assertThat(posts.made()).containsExactly("a/1", "a/2", "a/3");
    assertThat(heard.lines()).containsExactly("delivered a/1", "delivered a/2", "delivered a/3");
    assertThat(deliveries.isBusy()).isFalse();
  }

  @Test
  void whatIsNotTakenComesAgainAfterAWaitAndBeforeWhatFollows() {
    add(Notices.open("a", 1), Notices.open("a", 2));
    answer("a/1", BUSY);
    assertThat(posts.made()).containsExactly("a/1");
    pass(WAIT);
    assertThat(posts.made()).containsExactly("a/1", "a/1");
    accept("a/1");

    assertThat(posts.made()).containsExactly("a/1", "a/1", "a/2");
  }

  @Test
  void theWaitGrowsWithEachAttempt() {
    add(Notices.open("a", 1));
    answer("a/1", BUSY);
    pass(WAIT);
    answer("a/1", BUSY);
    pass(WAIT);
    assertThat(posts.made()).hasSize(2);
    pass(WAIT);
    assertThat(posts.made()).hasSize(3);
  }

  @Test
  void afterAnAlertWasTakenTheNextBeginsWithTheFirstWaitAgain() {
    add(Notices.open("a", 1), Notices.open("a", 2));
    answer("a/1", BUSY);
    pass(WAIT);
    accept("a/1");
    answer("a/2", BUSY);
    pass(WAIT);

    assertThat(posts.made()).containsExactly("a/1", "a/1", "a/2", "a/2");
  }

  @Test
  void whatHangsOrWaitsHoldsUpNoOtherIncident() {
    add(Notices.open("hangs", 1), Notices.open("waits", 1), Notices.open("b", 1));
    answer("waits/1", BUSY);
    accept("b/1");
    add(Notices.open("b", 2));
    accept("b/2");

    assertThat(heard.lines()).contains("delivered b/1", "delivered b/2");
  }

  @Test
  void soManyAreInFlightAtOneTime() {
    IntStream.range(0, 40).forEach(each -> add(Notices.open("i" + each, 1)));
    assertThat(posts.made()).hasSize(Deliveries.MOST_IN_FLIGHT);
    accept("i0/1");
    assertThat(posts.made()).hasSize(Deliveries.MOST_IN_FLIGHT + 1);
    assertThat(deliveries.backlog().count()).isEqualTo(39);
  }

  @Test
  void whoSaysWhenToComeAgainIsSparedEveryRequest() {
    add(Notices.open("a", 1), Notices.open("b", 1));
    answer("a/1", new Answer.Later("slow down", Duration.ofSeconds(10)));
    accept("b/1");
    add(Notices.open("c", 1), Notices.open("b", 2));
    pass(Duration.ofSeconds(9));
    assertThat(posts.made()).containsExactly("a/1", "b/1");
    pass(WAIT);
    assertThat(posts.made()).containsExactlyInAnyOrder("a/1", "b/1", "a/1", "c/1", "b/2");
  }

  @Test
  void whatIsRefusedIsGivenUpAtOnceAndTheNextGoes() {
    add(Notices.open("a", 1), Notices.open("a", 2));
    answer("a/1", new Answer.Refused("no"));

    assertThat(heard.lines()).containsExactly("refused a/1: no");
    assertThat(posts.made()).containsExactly("a/1", "a/2");
  }

  @Test
  void whatIsNotTakenForTooLongIsGivenUp() {
    add(Notices.open("a", 1));
    answer("a/1", BUSY);
    pass(WAIT);
    answer("a/1", BUSY);
    pass(WAIT.multipliedBy(2));
    answer("a/1", BUSY);

    assertThat(heard.lines())
        .containsExactly(
            "delayed: busy",
            "delayed: busy",
            "delayed: busy",
            "refused a/1: busy, and was given up");
    assertThat(deliveries.isBusy()).isFalse();
  }

  @Test
  void withoutALimitNothingIsGivenUp() {
    Deliveries patient = deliveries(Optional.empty());
    patient.add(Notices.open("a", 1));
    for (int attempt = 0; attempt < 50; attempt++) {
      nanos += Duration.ofHours(1).toNanos();
      patient.advance();
      posts.answer("a/1", BUSY);
      patient.advance();
    }

    assertThat(posts.made()).hasSize(50);
    assertThat(patient.isBusy()).isTrue();
  }

  @Test
  void whatWasDeliveredInThisRunIsNotSentTwice() {
    add(Notices.open("a", 1), Notices.open("a", 2));
    accept("a/1");
    accept("a/2");
    add(Notices.open("a", 1), Notices.open("a", 2), Notices.open("a", 3));
    accept("a/3");

    assertThat(posts.made()).containsExactly("a/1", "a/2", "a/3");
    assertThat(heard.lines()).contains("repeated a/1", "repeated a/2", "delivered a/3");
    assertThat(deliveries.backlog().count()).isZero();
  }

  @Test
  void whatIsToldAgainWaitsForNothingAndIsNotTriedAgain() {
    Notice notice = Notices.open("a", 1);
    deliveries.addAgain(notice);
    deliveries.advance();
    answer("a/1", BUSY);
    pass(Duration.ofHours(1));

    assertThat(posts.made()).containsExactly("a/1");
    assertThat(heard.lines()).containsExactly("delayed: busy");
  }

  @Test
  void whatIsOnItsWayIsNotToldAgainBeside() {
    add(Notices.open("a", 2));
    deliveries.addAgain(Notices.open("a", 1));
    accept("a/2");

    assertThat(posts.made()).containsExactly("a/2");
  }

  @Test
  void ofWhatWasForgottenNobodyHears() {
    add(Notices.open("a", 1), Notices.open("a", 2), Notices.open("b", 1));
    answer("b/1", BUSY);
    deliveries.forget(Set.of(Notices.PARTITION));
    accept("a/1");
    pass(Duration.ofHours(1));

    assertThat(heard.lines()).containsExactly("delayed: busy");
    assertThat(posts.made()).containsExactly("a/1", "b/1");
    assertThat(deliveries.isBusy()).isFalse();
    assertThat(deliveries.backlog().count()).isZero();
  }

  @Test
  void whatIsReadAnewAfterItWasForgottenIsDelivered() {
    add(Notices.open("a", 1));
    accept("a/1");
    deliveries.forget(Set.of(Notices.PARTITION));
    add(Notices.open("a", 1));

    assertThat(posts.made()).containsExactly("a/1", "a/1");
  }

  @Test
  void settlingTakesWhatIsAnsweredAndBeginsNothing() throws Exception {
    add(Notices.open("a", 1), Notices.open("a", 2));
    posts.accept("a/1");
    deliveries.settle(Duration.ofSeconds(1));

    assertThat(heard.lines()).containsExactly("delivered a/1");
    assertThat(posts.made()).containsExactly("a/1");
  }

  @Test
  void aRequestThatCannotBeMadeEndsTheRun() {
    add(Notices.open("a", 1));
    posts.fail("a/1", new IllegalArgumentException("a bug"));

    assertThatThrownBy(deliveries::advance)
        .isInstanceOf(IllegalStateException.class)
        .hasRootCauseMessage("a bug");
  }

  private Deliveries deliveries(Optional<Duration> giveUpAfter) {
    Receiver receiver = new Repeater();
    Backoff backoff = new Backoff(WAIT, Duration.ofMinutes(1), () -> 0L);
    return new Deliveries(
        new Destination(receiver, posts), new RetryRule(backoff, giveUpAfter), heard, () -> nanos);
  }

  private void add(Notice... notices) {
    for (Notice notice : notices) {
      deliveries.add(notice);
    }
    deliveries.advance();
  }

  private void accept(String id) {
    answer(id, new Answer.Accepted());
  }

  private void answer(String id, Answer answer) {
    posts.answer(id, answer);
    deliveries.advance();
  }

  private void pass(Duration time) {
    nanos += time.toNanos();
    deliveries.advance();
  }
}
