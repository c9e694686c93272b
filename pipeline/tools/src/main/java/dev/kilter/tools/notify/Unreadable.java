package dev.kilter.tools.notify;

import dev.kilter.event.DeadLetterReason;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that is no alert.
 *
 * @param record as it came
 * @param reason why it is none
 * @param detail what was wrong, for a person
 */
record Unreadable(ConsumerRecord<byte[], byte[]> record, DeadLetterReason reason, String detail)
    implements ReadRecord {}
