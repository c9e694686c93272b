package dev.kilter.bench.peer;

import java.util.concurrent.ExecutionException;

/** A peer at work on events without an end. */
public interface RunningPeer {

  /** From now on sequences are counted. */
  void catchUp();

  /** Waits until so many more sequences have been scored since the last time. */
  void await(long more) throws ExecutionException, InterruptedException;

  /** Ends the work. */
  void stop() throws ExecutionException, InterruptedException;
}
