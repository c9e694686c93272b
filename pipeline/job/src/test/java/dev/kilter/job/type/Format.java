package dev.kilter.job.type;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/**
 * A versioned serializer with sources of values for it.
 *
 * @param sources for each version, values that it can write
 */
record Format<T>(
    String name, VersionedSerializer<T> serializer, List<Function<Samples, T>> sources) {

  /** Every versioned serializer there is. */
  static List<Format<?>> all() {
    return List.of(
        new Format<>("event", new EventSerializer(), List.of(Samples::event)),
        new Format<>("decoded", new DecodedSerializer(), List.of(Samples::decoded)),
        new Format<>("control", new ControlSerializer(), List.of(Samples::control)),
        new Format<>("reading", new ReadingSerializer(), List.of(Samples::reading)),
        new Format<>(
            "entity",
            new EntityStateSerializer(),
            List.of(
                Samples::entityOfVersionOne,
                Samples::entityOfVersionTwo,
                Samples::entityOfVersionThree,
                Samples::entityOfVersionFour,
                Samples::entityOfVersionFive,
                Samples::entity)),
        new Format<>(
            "track", new TrackSerializer(), List.of(Samples::trackOfVersionOne, Samples::track)),
        new Format<>("pane", new PaneSerializer(), List.of(Samples::pane)),
        new Format<>(
            "watch",
            new WatchSerializer(),
            List.of(Samples::watchOfVersionOne, Samples::watchOfVersionTwo, Samples::watch)),
        new Format<>(
            "sequences",
            new SequenceEnvelopeSerializer(),
            List.of(Samples::sequencesOfVersionOne, Samples::sequences)),
        new Format<>(
            "scores",
            new ScoreEnvelopeSerializer(),
            List.of(Samples::scoresOfVersionOne, Samples::scoresOfVersionTwo, Samples::scores)),
        new Format<>("carried", new RecurrentStateSerializer(), List.of(KeptSamples::carried)),
        new Format<>("baseline", new BaselineSerializer(), List.of(KeptSamples::baseline)),
        new Format<>(
            "feedback", new ReceivedFeedbackSerializer(), List.of(ControlSamples::received)),
        new Format<>("member", new MemberSerializer(), List.of(KeptSamples::member)),
        new Format<>("groups", new GroupsSerializer(), List.of(KeptSamples::groups)));
  }

  static <T> byte[] written(TypeSerializer<T> serializer, T value) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.serialize(value, out);
    return out.getCopyOfBuffer();
  }

  int version() {
    return sources.size();
  }

  T sample(long seed) {
    return sample(version(), seed);
  }

  T sample(int version, long seed) {
    return sources.get(version - 1).apply(new Samples(seed));
  }

  byte[] written(long seed) throws IOException {
    return written(serializer, sample(seed));
  }

  /** The bytes of the values of seeds 0 to 7, one behind the other. */
  byte[] writtenSamples() throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    for (long seed = 0; seed < 8; seed++) {
      serializer.serialize(sample(seed), out);
    }
    return out.getCopyOfBuffer();
  }

  T read(byte[] bytes) throws IOException {
    return serializer.deserialize(new DataInputDeserializer(bytes));
  }

  T readBack(long seed) throws IOException {
    return read(written(seed));
  }

  T copied(long seed) {
    return serializer.copy(sample(seed));
  }

  byte[] copiedAsBytes(long seed) throws IOException {
    DataOutputSerializer out = new DataOutputSerializer(64);
    serializer.copy(new DataInputDeserializer(written(seed)), out);
    return out.getCopyOfBuffer();
  }

  @Override
  public String toString() {
    return name;
  }
}
