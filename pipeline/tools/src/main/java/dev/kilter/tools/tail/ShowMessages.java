package dev.kilter.tools.tail;

import dev.kilter.UserError;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.GroupNote;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.RecordFields;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows the messages that are wanted; what is none is told with its place, and passed over. */
final class ShowMessages implements Consumer<ConsumerRecord<byte[], byte[]>> {
  private final Function<String, MessageKind> kinds;
  private final Wanted wanted;
  private final MessageLines lines;
  private final Output output;
  private final ShownMessages shown = new ShownMessages();

  /**
   * Shows messages here.
   *
   * @param kinds what a topic's messages are about
   * @param lines how they are written; null: as JSON
   */
  ShowMessages(
      Function<String, MessageKind> kinds, Wanted wanted, MessageLines lines, Output output) {
    this.kinds = kinds;
    this.wanted = wanted;
    this.lines = lines;
    this.output = output;
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonFields fields = RecordFields.of(record);
      switch (kinds.apply(record.topic())) {
        case ALERT -> show(AlertMessage.of(fields), record);
        case GROUP -> show(GroupNote.of(fields), record);
        case HEALTH -> show(HealthNote.of(fields), record);
      }
    } catch (UserError e) {
      shown.unreadable();
      output.note(e.getMessage());
    }
  }

  /** What was shown so far, in one line. */
  String summary() {
    return shown.line();
  }

  private void show(AlertMessage alert, ConsumerRecord<byte[], byte[]> record) {
    if (!wanted.concerns(alert)) {
      return;
    }
    shown.told(alert.id(), alert.closed());
    if (wanted.hasStatus(alert)) {
      shown.alert();
      print(record, () -> lines.of(alert));
    }
  }

  private void show(GroupNote group, ConsumerRecord<byte[], byte[]> record) {
    if (wanted.concerns(group) && wanted.hasStatus(group)) {
      shown.group();
      print(record, () -> lines.of(group));
    }
  }

  private void show(HealthNote note, ConsumerRecord<byte[], byte[]> record) {
    if (wanted.concerns(note)) {
      shown.health();
      print(record, () -> lines.of(note));
    }
  }

  private void print(ConsumerRecord<byte[], byte[]> record, Supplier<String> line) {
    if (lines == null) {
      output.json(RecordFields.json(record));
    } else {
      output.line(line.get());
    }
  }
}
