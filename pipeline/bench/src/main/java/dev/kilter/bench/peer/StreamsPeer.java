package dev.kilter.bench.peer;

import dev.kilter.bench.load.Workload;
import dev.kilter.bench.streams.ScoringStreams;
import dev.kilter.onnx.ModelBundle;
import java.util.ArrayList;
import java.util.List;

/** Kafka Streams with a state store, and the network is run for each window or row. */
public record StreamsPeer(ModelBundle bundle) implements ScoringPeer {

  @Override
  public List<Scored> firstScores(int events, Workload load) {
    List<Scored> said = new ArrayList<>(events);
    try (ScoringStreams streams =
        ScoringStreams.open(bundle, (number, score) -> said.add(new Scored(number, score)))) {
      for (int number = 0; number < events; number++) {
        streams.process(load.event(number));
      }
    }
    return said;
  }

  @Override
  public RunningPeer start(Workload load) {
    return new RunningStreams(bundle, load);
  }
}
