package dev.kilter.job.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder in which all tasks of a machine keep their journals, and what became of those whose
 * process has ended: {@code PROCESS.ANY.journal} of a task, or left over; {@code …suspects} of
 * sequences of which one may have brought down the process; {@code …guilty} of one that has. One
 * task at a time looks through it.
 *
 * @param folder where it is
 * @param process the name of this process
 * @param clock tells how old files are
 */
record JournalFolder(Path folder, String process, Clock clock) {
  static final String JOURNAL = "journal";
  static final String SUSPECTS = "suspects";
  static final String GUILTY = "guilty";
  private static final Logger LOG = LoggerFactory.getLogger(JournalFolder.class);
  private static final Duration SUSPECTED_FOR = Duration.ofDays(1);
  private static final Duration GUILTY_FOR = Duration.ofDays(30);
  private static final int MOST_NOTES = 256;

  /**
   * What a task begins with.
   *
   * @param notes its journal
   * @param known what others have left
   */
  record Opened(NoteFile notes, Suspicions known) {}

  /**
   * Looks at what was left over, and begins a journal.
   *
   * @param capacity so many sequences at most are in a network at once
   */
  Opened open(int capacity) throws IOException {
    Files.createDirectories(folder);
    return alone(
        () -> {
          takeStock();
          Suspicions known =
              new Suspicions(kept(SUSPECTS, SUSPECTED_FOR), kept(GUILTY, GUILTY_FOR), clock);
          return new Opened(NoteFile.create(fresh(), capacity), known);
        });
  }

  /** Something that reads or writes files. */
  @FunctionalInterface
  private interface Deed<T> {
    T done() throws IOException;
  }

  /**
   * Locks of files are the process's: tasks of one process keep each other out by a class that is
   * the same in every class loader, since each job has its own.
   */
  @SuppressWarnings("LockOnNonEnclosingClassLiteral")
  private <T> T alone(Deed<T> deed) throws IOException {
    synchronized (FileLock.class) {
      try (FileChannel door =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        door.lock(); // Let go when the channel is closed.
        return deed.done();
      }
    }
  }

  private Path fresh() {
    String any = UUID.randomUUID().toString();
    return folder.resolve(process + "." + any + "." + JOURNAL);
  }

  /** Decides of every process that has ended what its journals say, all of them together. */
  private void takeStock() throws IOException {
    Map<String, List<KeptNote>> ended = new TreeMap<>();
    for (Path file : files(JOURNAL)) {
      String of = processOf(file);
      if (!of.equals(process) && !isHeld(file)) {
        add(file, ended.computeIfAbsent(of, unseen -> new ArrayList<>()));
      }
    }
    for (List<KeptNote> notes : ended.values()) {
      keep(notes);
    }
  }

  private static void add(Path file, List<KeptNote> notes) throws IOException {
    Optional<Note> note = readOrRemove(file);
    if (note.isPresent() && note.get().sequences().isEmpty()) {
      Files.deleteIfExists(file);
    } else if (note.isPresent()) {
      notes.add(new KeptNote(file, note.get()));
    }
  }

  /** One is guilty only where nothing else was in any network when the process ended. */
  private void keep(List<KeptNote> notes) throws IOException {
    boolean proven = notes.size() == 1 && notes.get(0).note().trial();
    for (KeptNote kept : notes) {
      Files.setLastModifiedTime(kept.file(), FileTime.from(clock.instant()));
      Files.move(
          kept.file(),
          withEnding(kept.file(), proven ? GUILTY : SUSPECTS),
          StandardCopyOption.ATOMIC_MOVE);
      LOG.warn(
          "The process {} ended while {} sequences were in a network: {}",
          processOf(kept.file()),
          kept.note().sequences().size(),
          proven
              ? "it had been suspected before, and is set aside when it comes again"
              : "each goes through alone when it comes again");
    }
  }

  /** The notes of a kind that are not too old, and of many the newest. */
  private List<KeptNote> kept(String ending, Duration keptFor) throws IOException {
    Map<Path, Instant> since = new TreeMap<>();
    for (Path file : files(ending)) {
      lastMet(file).ifPresent(met -> since.put(file, met));
    }
    Instant oldest = clock.instant().minus(keptFor);
    List<KeptNote> kept = new ArrayList<>();
    for (Path file :
        since.keySet().stream().sorted(Comparator.comparing(since::get).reversed()).toList()) {
      if (kept.size() == MOST_NOTES || since.get(file).isBefore(oldest)) {
        Files.deleteIfExists(file);
      } else {
        readOrRemove(file).ifPresent(note -> kept.add(new KeptNote(file, note)));
      }
    }
    return kept;
  }

  /** Nothing where a task has seen all of its sequences through meanwhile. */
  private static Optional<Instant> lastMet(Path file) throws IOException {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Nothing where it cannot be read as a journal, or is gone: then there is none any more. */
  private static Optional<Note> readOrRemove(Path file) throws IOException {
    try {
      return Optional.of(Note.read(file));
    } catch (Note.BrokenException e) {
      LOG.warn("{} is ignored and removed: {}", file, e.getMessage());
      Files.deleteIfExists(file);
      return Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static boolean isHeld(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() == null;
    } catch (OverlappingFileLockException e) {
      return true;
    } catch (NoSuchFileException e) {
      return true; // A task has ended in peace.
    }
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith("." + ending)).sorted().toList();
    }
  }

  private static String processOf(Path file) {
    String name = file.getFileName().toString();
    return name.substring(0, name.indexOf('.'));
  }

  private static Path withEnding(Path file, String ending) {
    String name = file.getFileName().toString();
    return file.resolveSibling(name.substring(0, name.lastIndexOf('.') + 1) + ending);
  }
}
