package dev.kilter.tools.notify;

import dev.kilter.event.DeadLetterReason;
import dev.kilter.tools.Screen;
import dev.kilter.tools.demo.HumanNumbers;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What became of the records that were read: where another run would go on, how many there were,
 * and what a person should know of.
 */
final class Bookkeeping implements Outcomes {
  private final OffsetLedger ledger = new OffsetLedger();
  private final DeadAlerts letters;
  private final Screen screen;
  private final Trouble trouble;
  private long delivered;
  private long passedOver;
  private long dead;

  Bookkeeping(DeadAlerts letters, Screen screen, Trouble trouble) {
    this.letters = letters;
    this.screen = screen;
    this.trouble = trouble;
  }

  OffsetLedger ledger() {
    return ledger;
  }

  /** A record was read. */
  void taken(ConsumerRecord<byte[], byte[]> record) {
    ledger.taken(record);
  }

  /** It is none of those that are meant. */
  void passedOver(Notice notice) {
    passedOver++;
    ledger.done(notice.record());
  }

  /** It is no alert. */
  void unreadable(Unreadable unreadable) {
    keep(unreadable, unreadable.reason(), unreadable.detail());
    screen.line(
        "%s is no alert: %s. It is in %s."
            .formatted(unreadable.position(), unreadable.detail(), letters.topic()));
  }

  @Override
  public void delivered(Notice notice) {
    delivered++;
    ledger.done(notice.record());
  }

  @Override
  public void repeated(Notice notice) {
    passedOver(notice);
  }

  @Override
  public void refused(Notice notice, String why) {
    keep(notice, DeadLetterReason.NOT_DELIVERED, why);
    screen.line(
        "%s, alert %s, is not taken: %s. It is in %s."
            .formatted(notice.position(), notice.eventId(), why, letters.topic()));
  }

  @Override
  public void delayed(String why) {
    trouble.failed(why);
  }

  /** How far it has come, on one line. */
  String progress(int waiting) {
    return "%s delivered, %s waiting"
        .formatted(HumanNumbers.grouped(delivered), HumanNumbers.grouped(waiting));
  }

  /** What there was in the end, on one line. */
  String summary(int waiting) {
    String more = waiting == 0 ? "." : "; they come first next time.";
    return "%s delivered, %s passed over, %s in %s, %s waiting%s"
        .formatted(
            HumanNumbers.grouped(delivered),
            HumanNumbers.grouped(passedOver),
            HumanNumbers.grouped(dead),
            letters.topic(),
            HumanNumbers.grouped(waiting),
            more);
  }

  private void keep(ReadRecord read, DeadLetterReason reason, String detail) {
    letters.keep(read, reason, detail);
    dead++;
    ledger.done(read.record());
  }
}
