package dev.kilter.bench.peer;

import dev.kilter.UserError;
import dev.kilter.bench.forest.ForestKind;
import dev.kilter.bench.load.BenchModel;
import dev.kilter.bench.load.Workload;
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
  DJL_BATCH("djl-batch", "the same, 32 windows at once, whatever entities they are of"),
  KAFKA_STREAMS(
      "kafka-streams",
      "memory → record → processor with the newest 32 rows (a model with state: its state) in a"
          + " store in memory → one run each, one thread → thrown away; no broker, no changelog"),
  FOREST(
      "random-cut-forest",
      "memory → key by entity → a forest for each entity in memory, of single rows; scores, then"
          + " learns → thrown away. Other scores than the network's"),
  FOREST_8("random-cut-forest-8", "the same, of 8 rows together");

  private static final int BATCH = 32;
  private static final int ROWS = 8;

  /** As many as 1,000 forests can keep in 2 GB: each takes 0.9 or 1.1 MB then. */
  private static final double BOXES_OF_ROWS = 0.5;

  private static final double BOXES_OF_8_ROWS = 0.1;

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
      case KILTER, TEXTBOOK, TEXTBOOK_TIDY, KAFKA_STREAMS, FOREST, FOREST_8 -> true;
      case ASYNC, DJL, DJL_BATCH -> !model.carriesState();
    };
  }

  /** To be called before this process uses ONNX Runtime for the first time. */
  public void prepare() {
    if (this == DJL || this == DJL_BATCH) {
      DjlNetwork.startRuntime();
    }
  }

  /** Whether its scores are the network's, so that they must be the same as everybody's. */
  public boolean runsTheNetwork() {
    return this != FOREST && this != FOREST_8;
  }

  /** It, with this model. */
  public ScoringPeer with(BenchModel model) {
    return switch (this) {
      case KILTER -> new KilterPeer(model.plan(), 1);
      case TEXTBOOK -> textbook(model, Manners.PLAIN);
      case TEXTBOOK_TIDY -> textbook(model, Manners.TIDY);
      case ASYNC -> new AsyncPeer(model.bundle());
      case DJL -> new DjlPeer(model.bundle(), 1);
      case DJL_BATCH -> new DjlPeer(model.bundle(), BATCH);
      case KAFKA_STREAMS -> new StreamsPeer(model.bundle());
      case FOREST -> forest(1, BOXES_OF_ROWS);
      case FOREST_8 -> forest(ROWS, BOXES_OF_8_ROWS);
    };
  }

  private static ScoringPeer forest(int rows, double keptBoxes) {
    return new ForestPeer(new ForestKind(Workload.CHANNELS, rows, keptBoxes));
  }

  private static ScoringPeer textbook(BenchModel model, Manners manners) {
    return model.carriesState()
        ? new RowByRowPeer(model.bundle(), manners)
        : new CountWindowPeer(model.bundle(), manners);
  }
}
