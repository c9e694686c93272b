package dev.kilter.onnx;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.TreeMap;

/**
 * A network with its contract and its golden outputs, as bytes: what travels in the job to the
 * machines that score.
 *
 * @param place where it was read from, for messages
 * @param contractJson {@code model.json}
 * @param network {@code model.onnx}
 * @param goldenJson {@code golden.json}
 * @param entitiesJson {@code entities.json}, or null where there is none
 */
public record ModelBundle(
    String place, byte[] contractJson, byte[] network, byte[] goldenJson, byte[] entitiesJson)
    implements Serializable {

  /** A bundle for which all entities are alike. */
  public ModelBundle(String place, byte[] contractJson, byte[] network, byte[] goldenJson) {
    this(place, contractJson, network, goldenJson, null);
  }

  /** Reads one file of a bundle. */
  @FunctionalInterface
  public interface FileReader {
    /** All bytes of the file at this place. */
    byte[] read(String place) throws IOException;
  }

  /**
   * Reads a bundle through a file system of the caller's.
   *
   * @param place the bundle's folder, such as {@code models/zoo/pump-lstm-ae/1}
   * @throws UserError when a file is missing
   */
  public static ModelBundle read(String place, FileReader reader) {
    return new ModelBundle(
        place,
        file(place, "model.json", reader),
        file(place, "model.onnx", reader),
        file(place, "golden.json", reader),
        optionalFile(place, "entities.json", reader));
  }

  /** Reads a bundle from a folder on this machine. */
  public static ModelBundle read(Path folder) {
    return read(folder.toString(), place -> Files.readAllBytes(Path.of(place)));
  }

  /** What the bundle promises, checked for completeness. */
  public ModelContract contract() {
    String file = place + "/model.json";
    ModelContract contract = ContractReader.read(contractJson, ModelContract.class, file);
    ContractCheck.check(contract, file);
    return contract;
  }

  /**
   * What is normal for each entity; null for one that is not to be judged.
   *
   * @throws UserError saying what is wrong in {@code entities.json}
   */
  public PerEntity<Statistics> statistics() {
    ModelContract contract = contract();
    Statistics pooled = Statistics.pooled(contract);
    if (entitiesJson == null) {
      return PerEntity.same(pooled);
    }
    String file = place + "/entities.json";
    EntitiesFile entities = ContractReader.read(entitiesJson, EntitiesFile.class, file);
    EntitiesCheck.check(entities, contract, file);
    TreeMap<String, Statistics> own = new TreeMap<>();
    entities.entities().forEach((entity, its) -> own.put(entity, pooled.with(its)));
    return new PerEntity<>(own, entities.unseen().equals(EntitiesFile.POOLED) ? pooled : null);
  }

  GoldenOutputs golden() {
    return ContractReader.read(goldenJson, GoldenOutputs.class, place + "/golden.json");
  }

  private static byte[] optionalFile(String place, String name, FileReader reader) {
    try {
      return reader.read(place + "/" + name);
    } catch (NoSuchFileException | FileNotFoundException e) {
      return null;
    } catch (IOException e) {
      throw unreadable(place, name, e);
    }
  }

  private static byte[] file(String place, String name, FileReader reader) {
    try {
      return reader.read(place + "/" + name);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new UserError(
          "There is no model bundle at "
              + place
              + ": "
              + name
              + " is missing. A bundle is a folder NAME/VERSION with model.json, model.onnx and"
              + " golden.json.",
          e);
    } catch (IOException e) {
      throw unreadable(place, name, e);
    }
  }

  private static UserError unreadable(String place, String name, IOException e) {
    return new UserError(place + "/" + name + " cannot be read: " + e.getMessage(), e);
  }
}
