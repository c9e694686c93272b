package dev.kilter.onnx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.SplittableRandom;

/** A bundle of the zoo with one byte changed: which, and to what, follows from a number. */
final class NetworkMutants {
  private static final long SEED = 11;
  private static final Path ZOO = Path.of("../../models/zoo/pump-lstm-ae/1");

  private final ModelBundle whole = ModelBundle.read(ZOO);
  private final String contract = new String(whole.contractJson(), UTF_8);
  private final String sha256 = Admission.sha256(whole.network());

  ModelBundle whole() {
    return whole;
  }

  /** The place of the byte that the mutant of this number has changed. */
  int place(int number) {
    return new SplittableRandom(SEED + number).nextInt(whole.network().length);
  }

  /** With the hash of the network before it was changed. */
  ModelBundle network(int number) {
    return new ModelBundle(
        whole.place(), whole.contractJson(), mutated(whole.network(), number), whole.goldenJson());
  }

  /** With the hash made to fit, so that nothing but what the network does can give it away. */
  ModelBundle networkWithItsHash(int number) {
    byte[] mutant = mutated(whole.network(), number);
    byte[] fitting = contract.replace(sha256, Admission.sha256(mutant)).getBytes(UTF_8);
    return new ModelBundle(whole.place(), fitting, mutant, whole.goldenJson());
  }

  ModelBundle contract(int number) {
    return new ModelBundle(
        whole.place(), misspelt(whole.contractJson(), number), whole.network(), whole.goldenJson());
  }

  ModelBundle golden(int number) {
    return new ModelBundle(
        whole.place(), whole.contractJson(), whole.network(), misspelt(whole.goldenJson(), number));
  }

  private static byte[] mutated(byte[] original, int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    byte[] mutant = original.clone();
    mutant[random.nextInt(mutant.length)] ^= (byte) random.nextInt(1, 256);
    return mutant;
  }

  /** With another byte of the file itself: a digit is often another digit then. */
  private static byte[] misspelt(byte[] original, int number) {
    SplittableRandom random = new SplittableRandom(SEED + number);
    byte[] mutant = original.clone();
    mutant[random.nextInt(mutant.length)] = original[random.nextInt(original.length)];
    return mutant;
  }
}
