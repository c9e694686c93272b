package dev.kilter.bench.broker;

import dev.kilter.tools.embedded.EmbeddedBroker;
import java.io.IOException;

/** A process that is a Kafka broker: says where it listens, and ends with its input. */
public final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) throws IOException {
    try (EmbeddedBroker broker = EmbeddedBroker.start()) {
      System.out.println(broker.bootstrap());
      while (System.in.read() >= 0) {
        // Whoever started this says nothing; the end of its input is the sign.
      }
    }
    System.exit(0);
  }
}
