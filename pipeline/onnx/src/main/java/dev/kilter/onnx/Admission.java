package dev.kilter.onnx;

import ai.onnxruntime.OrtException;
import dev.kilter.UserError;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Decides whether a bundle may judge: its hash is right, its tensors are what the contract says,
 * its golden outputs are met, a batch scores as its sequences do one by one, and NaN does not come
 * out as a number.
 */
public final class Admission {
  private final ModelBundle bundle;
  private final ModelContract contract;
  private final Execution execution;

  private Admission(ModelBundle bundle, Execution execution) {
    this.bundle = bundle;
    this.execution = execution;
    this.contract = bundle.contract();
  }

  /**
   * Loads a bundle if it keeps its promises; the caller closes the model.
   *
   * @throws UserError saying which promise it breaks
   */
  public static OnnxModel admit(ModelBundle bundle) {
    return admit(bundle, Execution.onCpu());
  }

  /**
   * Loads a bundle that is to be run in this way, if it keeps its promises so.
   *
   * @throws UserError saying which promise it breaks
   */
  static OnnxModel admit(ModelBundle bundle, Execution execution) {
    return new Admission(bundle, execution)
        .admit(model -> GoldenCheck.check(model, bundle.golden(), bundle.place()));
  }

  /**
   * Loads a bundle that has no golden outputs yet, to make them; the caller closes the model.
   *
   * @throws UserError saying which of the other promises it breaks
   */
  static OnnxModel loadUnproven(ModelBundle bundle) {
    return new Admission(bundle, Execution.onCpu()).admit(model -> {});
  }

  /** What a model is put to once its tensors are as they should be. */
  @FunctionalInterface
  private interface Proof {
    void of(OnnxModel model) throws ModelRunException;
  }

  private OnnxModel admit(Proof proof) {
    checkHash();
    checkEntities();
    checkWhole();
    OnnxModel model = load();
    try {
      proof.of(model);
      return model;
    } catch (ModelRunException e) {
      model.close();
      throw refused("it does not run: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      model.close();
      throw e;
    }
  }

  private void checkHash() {
    String actual = sha256(bundle.network());
    if (!actual.equals(contract.sha256())) {
      throw refused(
          "model.onnx has the SHA-256 "
              + actual
              + " but model.json says "
              + contract.sha256()
              + ": the file is broken or was changed after export; export the bundle again",
          null);
    }
  }

  /** What entities have of their own decides as much as the network does. */
  private void checkEntities() {
    boolean there = bundle.entitiesJson() != null;
    if (there != (contract.entitiesSha256() != null)) {
      throw refused(
          there
              ? "entities.json is there, but model.json has no entitiesSha256: export both together"
              : "entities.json is missing, whose hash is in model.json as entitiesSha256",
          null);
    }
    if (there && !sha256(bundle.entitiesJson()).equals(contract.entitiesSha256())) {
      throw refused(
          "entities.json is not the file whose hash is in model.json as entitiesSha256, "
              + contract.entitiesSha256()
              + ": it is broken or was changed after export",
          null);
    }
    if (there && contract.classifies()) {
      throw refused("entities.json is there, but it classifies: it scores no entity", null);
    }
    if (!contract.classifies()) {
      bundle.statistics();
    }
  }

  /** ONNX Runtime would only say that it misses a path. */
  private void checkWhole() {
    for (StoredTensor tensor : StoredTensor.of(bundle.network())) {
      if (tensor.external()) {
        throw refused(tensor.whereItIs(), null);
      }
    }
  }

  private OnnxModel load() {
    try {
      return OnnxModel.load(contract, bundle.network(), bundle.place(), execution);
    } catch (OrtException e) {
      throw refused("ONNX Runtime does not load model.onnx: " + e.getMessage(), e);
    }
  }

  private UserError refused(String why, Throwable cause) {
    return new UserError("Model bundle " + bundle.place() + " is refused: " + why, cause);
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
