package dev.kilter.job.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a task notes, and how tasks of one process keep out of each other's trials. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class QuarantineTest {
  private static final String NETWORK = "a".repeat(64);
  private static final Sequence SEQUENCE = sequence(Subject.of("pumps", "a"));

  @TempDir private Path folder;

  @Test
  void whatIsInANetworkIsNotedUntilItIsOut() throws IOException {
    try (Quarantine quarantine = open("events")) {
      run(quarantine, false);
      assertThat(noted()).isEqualTo(new Note(false, List.of()));

      enter(quarantine, true);
      assertThat(noted().trial()).isTrue();
      assertThat(noted().sequences()).extracting(SequenceMark::timeMillis).containsExactly(3L);
      quarantine.leave();
    }
  }

  @Test
  void aSequenceIsKnownAgainByWhoseItIsAndByItsNetwork() throws IOException {
    try (Quarantine quarantine = open("events")) {
      enter(quarantine, false);
      Suspicions known =
          new Suspicions(
              List.of(new KeptNote(folder.resolve("none"), noted())), List.of(), Clock.systemUTC());
      quarantine.leave();
      Quarantine later = new Quarantine("events", null, known);
      String other = "b".repeat(64);

      assertThat(later.standing(NETWORK, SEQUENCE, 0)).isEqualTo(Standing.SUSPECT);
      assertThat(later.standing(other, SEQUENCE, 0)).isEqualTo(Standing.FREE);
      assertThat(later.standing(NETWORK, sequence(Subject.of("pumps", "b")), 0))
          .isEqualTo(Standing.FREE);
      assertThat(later.standing(NETWORK, sequence(Subject.of("fans", "a")), 0))
          .isEqualTo(Standing.FREE);
      assertThat(new Quarantine("others", null, known).standing(NETWORK, SEQUENCE, 0))
          .isEqualTo(Standing.FREE);
    }
  }

  @Test
  void sequencesOfManyDetectorsAndNetworksInARowAreEachKnownAgain() throws IOException {
    String other = "b".repeat(64);
    Sequence fans = sequence(Subject.of("fans", "a"));
    try (Quarantine quarantine = Quarantine.open(Optional.of(folder), "events", 4)) {
      quarantine.enter(false);
      quarantine.note(quarantine.network(NETWORK), SEQUENCE);
      quarantine.note(quarantine.network(NETWORK), fans);
      quarantine.note(quarantine.network(other), fans);
      quarantine.note(quarantine.network(NETWORK), SEQUENCE);
      quarantine.seal(false);
      Note noted = noted();
      quarantine.leave();

      assertThat(noted.sequences())
          .containsExactly(
              mark(NETWORK, "pumps"),
              mark(NETWORK, "fans"),
              mark(other, "fans"),
              mark(NETWORK, "pumps"));
    }
  }

  /** A record that is sent once more comes late. */
  @Test
  void aSequenceThatCameLateIsTheSame() throws IOException {
    try (Quarantine quarantine = open("events")) {
      enter(quarantine, false);
      Suspicions known =
          new Suspicions(
              List.of(new KeptNote(folder.resolve("none"), noted())), List.of(), Clock.systemUTC());
      quarantine.leave();

      assertThat(
              new Quarantine("events", null, known)
                  .standing(NETWORK, sequence(new Subject("pumps", "a", true)), 0))
          .isEqualTo(Standing.SUSPECT);
    }
  }

  @Test
  void duringATrialNothingElseIsInANetwork() throws Exception {
    try (Quarantine one = open("events");
        Quarantine other = open("events")) {
      AtomicBoolean entered = new AtomicBoolean();
      Thread thread =
          new Thread(
              () -> {
                other.enter(false);
                entered.set(true);
                other.leave();
              });
      one.enter(true);
      thread.start();
      while (thread.isAlive() && thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
      assertThat(entered).isFalse();
      one.leave();
      thread.join();

      assertThat(entered).isTrue();
    }
  }

  @Test
  void otherwiseManyAreAtOnce() throws IOException {
    try (Quarantine one = open("events");
        Quarantine other = open("events")) {
      one.enter(false);
      other.enter(false);
      other.leave();
      one.leave();
    }
  }

  @Test
  void whereNoneIsWantedNothingIsNotedNorKnown() throws IOException {
    try (Quarantine off = Quarantine.open(Optional.empty(), "events", 1)) {
      run(off, true);

      assertThat(off.standing(NETWORK, SEQUENCE, Long.MIN_VALUE)).isEqualTo(Standing.FREE);
    }
    assertThat(folder).isEmptyDirectory();
  }

  private Quarantine open(String topic) {
    return Quarantine.open(Optional.of(folder), topic, 4);
  }

  private static void run(Quarantine quarantine, boolean trial) {
    enter(quarantine, trial);
    quarantine.leave();
  }

  private static void enter(Quarantine quarantine, boolean trial) {
    quarantine.enter(trial);
    quarantine.note(quarantine.network(NETWORK), SEQUENCE);
    quarantine.seal(trial);
  }

  private static SequenceMark mark(String network, String detector) {
    long number = Fingerprint.of(Fingerprint.of(Fingerprint.of("events"), network), detector);
    return new SequenceMark(Fingerprint.of(number, "a"), 3);
  }

  private static Sequence sequence(Subject subject) {
    return new Sequence(
        subject, 3, 3, new float[1], new boolean[1], 1, List.of(OffsetRange.of(0, 1)));
  }

  /** What the one journal says now. */
  private Note noted() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return Note.read(
          files.filter(file -> file.toString().endsWith(".journal")).findFirst().orElseThrow());
    }
  }
}
