package dev.kilter.job.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of journals that were left over. */
class JournalFolderTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final SequenceMark ONE = new SequenceMark(17, 3);
  private static final SequenceMark OTHER = new SequenceMark(18, 3);
  private static final int CAPACITY = 4;

  @TempDir private Path folder;

  @Test
  void aProcessThatEndsWithNothingInANetworkLeavesNothing() throws IOException {
    NoteFile notes = journal("1-1.a.journal");
    notes.add(ONE.whom(), ONE.timeMillis());
    notes.seal(false);
    notes.crossOut();
    notes.release();

    open(NOW);

    assertThat(left()).isEmpty();
  }

  @Test
  void theJournalOfAProcessThatLivesIsLeftAlone() throws IOException {
    NoteFile notes = journal("1-1.a.journal");
    notes.add(ONE.whom(), ONE.timeMillis());
    notes.seal(false);

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.FREE);
    assertThat(left()).containsExactly("1-1.a.journal");
    notes.release();
    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.SUSPECT);
  }

  @Test
  void aProcessSeesWhetherAnotherLives() throws IOException {
    NoteFile notes = journal("1-1.a.journal");
    notes.add(ONE.whom(), ONE.timeMillis());
    notes.seal(false);
    assertThat(AnotherProcess.standing(folder, ONE)).endsWith("FREE");
    notes.release();

    assertThat(AnotherProcess.standing(folder, ONE)).endsWith("SUSPECT");
  }

  @Test
  void whatWasAddedAndNotSealedWasInNoNetwork() throws IOException {
    NoteFile notes = journal("1-1.a.journal");
    notes.add(ONE.whom(), ONE.timeMillis());
    notes.release();

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.FREE);
  }

  @Test
  void aLoneOneThatWasNotSuspectedBeforeIsASuspect() throws IOException {
    leave("1-1.a.journal", false, ONE);

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.SUSPECT);
  }

  @Test
  void aSuspectThatWasAloneInItsProcessIsGuilty() throws IOException {
    leave("1-1.a.journal", true, ONE);

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.GUILTY);
  }

  @Test
  void aSuspectWithOthersInItsProcessIsNot() throws IOException {
    leave("1-1.a.journal", true, ONE);
    leave("1-1.b.journal", false, OTHER);

    Suspicions known = open(NOW);

    assertThat(known.standing(ONE, 0)).isEqualTo(Standing.SUSPECT);
    known.settle(OTHER);
    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.SUSPECT);
  }

  @Test
  void othersOfAnotherProcessDoNotSpeakForIt() throws IOException {
    leave("1-1.a.journal", true, ONE);
    leave("1-2.b.journal", false, OTHER);

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.GUILTY);
  }

  @Test
  void whoHoldsTheNewestRowOfAGuiltyOneStaysAwayToo() throws IOException {
    leave("1-1.a.journal", true, ONE);
    Suspicions known = open(NOW);

    assertThat(known.standing(at(4), 3)).isEqualTo(Standing.BEHIND_GUILTY);
    assertThat(known.standing(at(4), 4)).isEqualTo(Standing.FREE);
    assertThat(known.standing(at(2), 0)).isEqualTo(Standing.FREE);
    assertThat(known.standing(new SequenceMark(OTHER.whom(), 4), 3)).isEqualTo(Standing.FREE);
  }

  @Test
  void itIsQuickToSayThatNothingIsKnownOfATime() throws IOException {
    leave("1-1.a.journal", false, at(5), at(9));
    Suspicions known = open(NOW);

    assertThat(known.mayKnow(0, 4)).isFalse();
    assertThat(known.mayKnow(10, 12)).isFalse();
    assertThat(known.mayKnow(0, 5)).isTrue();
    assertThat(known.mayKnow(9, 12)).isTrue();
    assertThat(Suspicions.none().mayKnow(Long.MIN_VALUE, Long.MAX_VALUE - 1)).isFalse();
  }

  @Test
  void suspicionIsOverAfterADayAndGuiltAfterThirty() throws IOException {
    leave("1-1.a.journal", false, OTHER);
    leave("1-2.a.journal", true, ONE);
    open(NOW);

    Suspicions later = open(NOW.plus(Duration.ofHours(25)));
    assertThat(later.standing(OTHER, 0)).isEqualTo(Standing.FREE);
    assertThat(later.standing(ONE, 0)).isEqualTo(Standing.GUILTY);
    assertThat(open(NOW.plus(Duration.ofDays(31))).standing(ONE, 0)).isEqualTo(Standing.GUILTY);
    open(NOW.plus(Duration.ofDays(62)));
    assertThat(left()).isEmpty();
  }

  @Test
  void ofManyNotesTheNewestAreKept() throws IOException {
    for (int number = 0; number < 300; number++) {
      leave("1-" + number + ".a.journal", true, at(number));
      open(NOW.plusSeconds(number));
    }

    assertThat(left()).hasSize(256);
    Suspicions known = open(NOW.plusSeconds(300));
    assertThat(known.standing(at(299), 299)).isEqualTo(Standing.GUILTY);
    assertThat(known.standing(at(43), 43)).isEqualTo(Standing.FREE);
  }

  @Test
  void aFileThatIsNoJournalIsRemovedAndTheOthersAreRead() throws IOException {
    leave("1-1.a.journal", false, ONE);
    byte[] whole = Files.readAllBytes(folder.resolve("1-1.a.journal"));
    Files.write(folder.resolve("1-2.cut.journal"), List.of());
    Files.write(folder.resolve("1-3.cut.journal"), Arrays.copyOf(whole, 40));
    Files.writeString(folder.resolve("1-4.other.journal"), "no journal, but as long as one is");
    byte[] tooMany = whole.clone();
    tooMany[NoteFile.NOTED_AT] = 1;
    Files.write(folder.resolve("1-5.many.journal"), tooMany);

    assertThat(open(NOW).standing(ONE, 0)).isEqualTo(Standing.SUSPECT);
    assertThat(left()).containsExactly("1-1.a.suspects");
  }

  @Test
  void whereTheJournalIsWrittenItIsReadTheSame() throws IOException {
    leave("1-1.a.journal", false, ONE, OTHER);

    Note note = Note.read(folder.resolve("1-1.a.journal"));

    assertThat(note).isEqualTo(new Note(false, List.of(ONE, OTHER)));
  }

  private static SequenceMark at(long millis) {
    return new SequenceMark(ONE.whom(), millis);
  }

  private NoteFile journal(String name) throws IOException {
    return NoteFile.create(folder.resolve(name), CAPACITY);
  }

  /** As a process leaves it that ends while these are in a network. */
  private void leave(String name, boolean trial, SequenceMark... marks) throws IOException {
    NoteFile notes = journal(name);
    for (SequenceMark mark : marks) {
      notes.add(mark.whom(), mark.timeMillis());
    }
    notes.seal(trial);
    notes.release();
  }

  /** What a task knows that begins at that time, and ends in peace. */
  private Suspicions open(Instant now) throws IOException {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    JournalFolder.Opened opened = new JournalFolder(folder, "2-1", clock).open(CAPACITY);
    opened.notes().close();
    return opened.known();
  }

  /** What lies there, but for the lock. */
  private List<String> left() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.equals("lock"))
          .sorted()
          .toList();
    }
  }
}
