package dev.kilter.tools.tail;

import dev.kilter.UserError;
import dev.kilter.tools.lines.JsonFields;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.HealthNote;
import dev.kilter.tools.messages.RecordFields;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Shows the messages that are wanted; what is none is told with its place, and passed over. */
final class ShowMessages implements Consumer<ConsumerRecord<byte[], byte[]>> {
  private final String alertsTopic;
  private final Wanted wanted;
  private final MessageLines lines;
  private final Output output;
  private final ShownMessages shown = new ShownMessages();

  /**
   * Messages of the alerts topic are alerts, those of another are about health.
   *
   * @param lines how they are written; null: as JSON
   */
  ShowMessages(String alertsTopic, Wanted wanted, MessageLines lines, Output output) {
    this.alertsTopic = alertsTopic;
    this.wanted = wanted;
    this.lines = lines;
    this.output = output;
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> record) {
    try {
      JsonFields fields = RecordFields.of(record);
      if (record.topic().equals(alertsTopic)) {
        show(AlertMessage.of(fields), record);
      } else {
        show(HealthNote.of(fields), record);
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
    shown.told(alert.about().incident(), alert.closed());
    if (!wanted.hasStatus(alert)) {
      return;
    }
    shown.alert();
    if (lines == null) {
      output.json(RecordFields.json(record));
    } else {
      output.line(lines.of(alert));
    }
  }

  private void show(HealthNote note, ConsumerRecord<byte[], byte[]> record) {
    if (!wanted.concerns(note)) {
      return;
    }
    shown.health();
    if (lines == null) {
      output.json(RecordFields.json(record));
    } else {
      output.line(lines.of(note));
    }
  }
}
