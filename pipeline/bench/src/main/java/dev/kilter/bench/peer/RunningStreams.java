package dev.kilter.bench.peer;

import dev.kilter.bench.load.Workload;
import dev.kilter.bench.streams.ScoringStreams;
import dev.kilter.onnx.ModelBundle;

/** Kafka Streams at work while somebody waits for it: it has no thread of its own. */
final class RunningStreams implements RunningPeer {
  private final Workload load;
  private final ScoringStreams streams;
  private long next;
  private long scored;
  private long seen;

  RunningStreams(ModelBundle bundle, Workload load) {
    this.load = load;
    this.streams = ScoringStreams.open(bundle, (number, score) -> scored++);
  }

  @Override
  public void catchUp() {
    seen = scored;
  }

  @Override
  public void await(long more) throws InterruptedException {
    seen += more;
    while (scored < seen) {
      if (Thread.interrupted()) {
        throw new InterruptedException("told to wait no longer");
      }
      streams.process(load.event(next++));
    }
  }

  @Override
  public void stop() {
    streams.close();
  }
}
