package dev.kilter.tools.notify;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Takes the records of the alerts topic and says what is to be done with each. */
final class Inbox {
  private final NoticeFilter filter;
  private final Receiver receiver;
  private final Deliveries deliveries;
  private final Bookkeeping books;

  Inbox(NoticeFilter filter, Receiver receiver, Deliveries deliveries, Bookkeeping books) {
    this.filter = filter;
    this.receiver = receiver;
    this.deliveries = deliveries;
    this.books = books;
  }

  /** Takes a record that nobody has looked at yet. */
  void take(ConsumerRecord<byte[], byte[]> record) {
    books.taken(record);
    ReadRecord read = NoticeReader.read(record);
    if (read instanceof Unreadable unreadable) {
      books.unreadable(unreadable);
    } else if (read instanceof Notice notice) {
      if (filter.takes(notice)) {
        deliveries.add(notice);
      } else {
        books.passedOver(notice);
      }
    }
  }

  /** Takes a record that another run was done with. */
  void remember(ConsumerRecord<byte[], byte[]> record) {
    if (NoticeReader.read(record) instanceof Notice notice && filter.takes(notice)) {
      receiver.remember(notice);
    }
  }
}
