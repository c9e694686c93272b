package dev.kilter.bench.peer;

import dev.kilter.UserError;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.network.DjlNetwork;
import dev.kilter.bench.network.NestedArrays.Manners;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What is measured: Kilter, and ways to do the same that people really take. */
public enum Peer {
  KILTER(
      "kilter",
      "memory → key by entity → sequence, score, judge as in production → alerts, thrown away"),
  TEXTBOOK(
      "textbook",
      "memory → key by entity → count window of 32, sliding by 1 (a model with state: keyed state)"
          + " → one run each, nested arrays, default options, nothing closed → thrown away"),
  TEXTBOOK_TIDY(
      "textbook-tidy", "the same with one thread for ONNX Runtime, and tensors and results closed"),
  ASYNC(
      "async",
      "memory → key by entity → count window of 32, sliding by 1 → asynchronous, four threads, one"
          + " run each → thrown away"),
  DJL(
      "djl",
      "memory → key by entity → count window of 32, sliding by 1 → one run each through DJL, one"
          + " thread → thrown away"),
  DJL_BATCH("djl-batch", "the same, 32 windows at once, whatever entities they are of");

  private static final int BATCH = 32;

  private final String label;
  private final String path;

  Peer(String label, String path) {
    this.label = label;
    this.path = path;
  }

  /** The peer with this name on the command line. */
  public static Peer named(String label) {
    return Arrays.stream(values())
        .filter(peer -> peer.label.equals(label))
        .findFirst()
        .orElseThrow(() -> new UserError(unknown(label)));
  }

  private static String unknown(String label) {
    String known = Arrays.stream(values()).map(Peer::label).collect(Collectors.joining(", "));
    return "There is no peer " + label + "; there are " + known + ".";
  }

  /** Its name on the command line. */
  public String label() {
    return label;
  }

  /** What an event goes through. */
  public String path() {
    return path;
  }

  /** Whether it can run this model: what a network carries needs keyed state. */
  public boolean takes(BenchModel model) {
    return switch (this) {
      case KILTER, TEXTBOOK, TEXTBOOK_TIDY -> true;
      case ASYNC, DJL, DJL_BATCH -> !model.carriesState();
    };
  }

  /** To be called before this process uses ONNX Runtime for the first time. */
  public void prepare() {
    if (this == DJL || this == DJL_BATCH) {
      DjlNetwork.startRuntime();
    }
  }

  /** It, with this model. */
  public FlinkPeer with(BenchModel model) {
    return switch (this) {
      case KILTER -> new KilterPeer(model.plan());
      case TEXTBOOK -> textbook(model, Manners.PLAIN);
      case TEXTBOOK_TIDY -> textbook(model, Manners.TIDY);
      case ASYNC -> new AsyncPeer(model.bundle());
      case DJL -> new DjlPeer(model.bundle(), 1);
      case DJL_BATCH -> new DjlPeer(model.bundle(), BATCH);
    };
  }

  private static FlinkPeer textbook(BenchModel model, Manners manners) {
    return model.carriesState()
        ? new RowByRowPeer(model.bundle(), manners)
        : new CountWindowPeer(model.bundle(), manners);
  }
}
