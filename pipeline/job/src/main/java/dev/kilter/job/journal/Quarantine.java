package dev.kilter.job.journal;

import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.locks.StampedLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out on which sequences native code crashes, of which no exception tells: a task notes in
 * its journal what is in a network, and a task that comes after it reads what was left over. What
 * was in a network when its process ended is suspected and goes through alone; where that ends a
 * process again, it is not let through any more.
 *
 * <p>While a suspect is in a network, nothing of the job is in any other of this process, so that
 * it is clear whom to blame. One thread of a task uses this at a time.
 */
public final class Quarantine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Quarantine.class);

  /** Of all tasks of the job in this process. A trial has it alone. */
  private static final StampedLock NETWORKS = new StampedLock();

  private final long topic;

  /** Null where none is kept. */
  private final NoteFile notes;

  private final Suspicions known;

  /** A batch is of one detector mostly: its number is reckoned once for all that follow. */
  private Group group = new Group(0, "", 0);

  private long stamp;

  Quarantine(String topic, NoteFile notes, Suspicions known) {
    this.topic = Fingerprint.of(topic);
    this.notes = notes;
    this.known = known;
  }

  /** Notes nothing and knows nothing. */
  public static Quarantine off() {
    return new Quarantine("", null, Suspicions.none());
  }

  /**
   * Reads what was left over in a folder, and keeps a journal there. Where that cannot be done, the
   * log says so, and nothing is noted.
   *
   * @param folder where, or nothing: no journal is wanted
   * @param topic where the events come from; it tells pipelines apart
   * @param capacity so many sequences at most are in a network at once
   */
  public static Quarantine open(Optional<Path> folder, String topic, int capacity) {
    return folder.map(path -> open(path, topic, capacity)).orElseGet(Quarantine::off);
  }

  private static Quarantine open(Path path, String topic, int capacity) {
    JournalFolder folder = new JournalFolder(path, ThisProcess.name(), Clock.systemUTC());
    try {
      JournalFolder.Opened opened = folder.open(capacity);
      return new Quarantine(topic, opened.notes(), opened.known());
    } catch (IOException e) {
      LOG.warn(
          "There is no journal in {}, so a record on which native code crashes would not be found"
              + " out, and would bring down every task manager that reads it. Another folder can be"
              + " named by runtime: {journal: FOLDER} in the pipeline file.",
          path,
          e);
      return off();
    }
  }

  /**
   * How a sequence stands with a network.
   *
   * @param network the SHA-256 of the network
   * @param fromMillis event time of the oldest row that the network looks at
   */
  public Standing standing(String network, Sequence sequence, long fromMillis) {
    return known.mayKnow(fromMillis, sequence.timeMillis())
        ? known.standing(mark(network, sequence), fromMillis)
        : Standing.FREE;
  }

  /** It has gone through the network, or never will: it is suspected no more. */
  public void settle(String network, Sequence sequence) {
    known.settle(mark(network, sequence));
  }

  /**
   * Sequences are to go through a network; {@link #leave} must follow.
   *
   * @param trial whether it is one that is suspected
   */
  public void enter(boolean trial) {
    if (notes != null) {
      stamp = trial ? NETWORKS.writeLock() : NETWORKS.readLock();
    }
  }

  /** The number of a network, to note sequences with. */
  public long network(String sha256) {
    return notes == null ? 0 : Fingerprint.of(topic, sha256);
  }

  /** One of those that are to go through. */
  public void note(long network, Sequence sequence) {
    if (notes != null) {
      Subject subject = sequence.subject();
      if (!group.isOf(network, subject.detector())) {
        group = Group.of(network, subject.detector());
      }
      notes.add(group.whom(subject.entity()), sequence.timeMillis());
    }
  }

  /** All have been noted: they go through now. */
  public void seal(boolean trial) {
    if (notes != null) {
      notes.seal(trial);
    }
  }

  /** None is in the network any more. */
  public void leave() {
    if (notes != null) {
      notes.crossOut();
      NETWORKS.unlock(stamp);
    }
  }

  /** Nothing is left of the journal. */
  @Override
  public void close() throws IOException {
    if (notes != null) {
      notes.close();
    }
  }

  private SequenceMark mark(String network, Sequence sequence) {
    Subject subject = sequence.subject();
    Group of = Group.of(Fingerprint.of(topic, network), subject.detector());
    return new SequenceMark(of.whom(subject.entity()), sequence.timeMillis());
  }

  /**
   * What is noted of one detector and one network.
   *
   * @param number the number of both
   */
  private record Group(long network, String detector, long number) {
    static Group of(long network, String detector) {
      return new Group(network, detector, Fingerprint.of(network, detector));
    }

    boolean isOf(long otherNetwork, String otherDetector) {
      return network == otherNetwork && detector.equals(otherDetector);
    }

    /** Not whether it came late: a record that is sent once more would be a stranger. */
    long whom(String entity) {
      return Fingerprint.of(number, entity);
    }
  }
}
