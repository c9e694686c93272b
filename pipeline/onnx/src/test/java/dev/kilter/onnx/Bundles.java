package dev.kilter.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** The fixture bundles, whole and with something changed. */
final class Bundles {
  static final int LENGTH = 4;
  static final int CHANNELS = 2;

  private Bundles() {}

  static Path folder(String name) {
    try {
      return Path.of(Bundles.class.getResource("/bundles/" + name + "/1").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static ModelBundle bundle(String name) {
    ModelBundle read = ModelBundle.read(folder(name));
    return new ModelBundle(
        "zoo/" + name + "/1", read.contractJson(), read.network(), read.goldenJson());
  }

  /** The bundle {@code flat} with another contract. */
  static ModelBundle withContract(String from, String to) {
    return withContract(bundle("flat"), from, to);
  }

  static ModelBundle withContract(ModelBundle bundle, String from, String to) {
    return new ModelBundle(
        bundle.place(),
        replaced(bundle.contractJson(), from, to),
        bundle.network(),
        bundle.goldenJson());
  }

  /** The bundle with this {@code entities.json}, whose hash is in the contract. */
  static ModelBundle withEntities(String name, String json) {
    ModelBundle bundle = bundle(name);
    byte[] entities = json.getBytes(UTF_8);
    String hash = "\"entitiesSha256\": \"" + Admission.sha256(entities) + "\", \"training\":";
    return new ModelBundle(
        bundle.place(),
        replaced(bundle.contractJson(), "\"training\":", hash),
        bundle.network(),
        bundle.goldenJson(),
        entities);
  }

  /** The bundle {@code flat} with other golden outputs. */
  static ModelBundle withGolden(String from, String to) {
    return withGolden(bundle("flat"), from, to);
  }

  static ModelBundle withGolden(ModelBundle bundle, String from, String to) {
    return new ModelBundle(
        bundle.place(),
        bundle.contractJson(),
        bundle.network(),
        replaced(bundle.goldenJson(), from, to));
  }

  /** The bundle {@code flat} with another network, the contract's hash left as it is. */
  static ModelBundle withNetwork(byte[] network) {
    ModelBundle bundle = bundle("flat");
    return new ModelBundle(bundle.place(), bundle.contractJson(), network, bundle.goldenJson());
  }

  /** The bundle {@code flat} with another network whose hash is in the contract. */
  static ModelBundle withRightHash(byte[] network) {
    return withContract(
        withNetwork(network),
        Admission.sha256(bundle("flat").network()),
        Admission.sha256(network));
  }

  static Sequence sequence(float... values) {
    boolean[] mask = new boolean[values.length];
    Arrays.fill(mask, true);
    return sequence(values, mask);
  }

  static Sequence sequence(float[] values, boolean[] mask) {
    Subject subject = Subject.of("pumps", "pump-1");
    return new Sequence(subject, 1000, 4000, values, mask, CHANNELS, List.of());
  }

  static Sequence random(Random random) {
    return random(random, LENGTH);
  }

  static Sequence random(Random random, int length) {
    float[] values = new float[length * CHANNELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return sequence(values);
  }

  private static byte[] replaced(byte[] json, String from, String to) {
    String text = new String(json, UTF_8);
    if (!text.contains(from)) {
      throw new IllegalArgumentException("there is no " + from + " in " + text);
    }
    return text.replace(from, to).getBytes(UTF_8);
  }
}
