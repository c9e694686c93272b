package dev.kilter.job.operator;

import dev.kilter.event.DeadLetter;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.RecordPosition;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.Sequence;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Makes the dead letter of a sequence that could not be scored: its newest row, at its newest
 * place.
 *
 * @param topic the events topic
 * @param channels the channels of each detector's model by name, in its order
 */
record UnscoredSequences(String topic, Map<String, List<String>> channels) implements Serializable {

  DeadLetter deadLetter(Sequence sequence, String why) {
    OffsetRange newest =
        sequence.offsets().stream()
            .max(Comparator.comparingLong(OffsetRange::last))
            .orElse(new OffsetRange(-1, -1, -1));
    float[] row = sequence.newest();
    double[] values = IntStream.range(0, row.length).mapToDouble(i -> row[i]).toArray();
    String detector = sequence.subject().detector();
    return new WideEvent(
            sequence.subject().entity(), sequence.timeMillis(), channels.get(detector), values)
        .deadLetter(
            new RecordPosition(topic, newest.partition(), newest.last()),
            DeadLetterReason.NOT_SCORABLE,
            "detector " + detector + ": " + why);
  }
}
