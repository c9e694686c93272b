package dev.kilter.event;

/** Where a record lies in Kafka. */
public record RecordPosition(String topic, int partition, long offset) {

  @Override
  public String toString() {
    return topic + "-" + partition + "@" + offset;
  }
}
