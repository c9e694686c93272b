package dev.kilter.job;

import dev.kilter.UserError;
import dev.kilter.event.PerEntity;
import dev.kilter.job.config.DetectorConfig;
import dev.kilter.job.config.ModelChoice;
import dev.kilter.onnx.ModelBundle;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the models of a detector in the store: one for all its entities, or one for each. */
final class FindModels {
  private final DetectorConfig detector;
  private final ModelStore store;

  private FindModels(DetectorConfig detector, ModelStore store) {
    this.detector = detector;
    this.store = store;
  }

  /**
   * Each entity's bundle, admitted.
   *
   * @throws UserError saying whose is broken and how, or where none was found
   */
  static PerEntity<ModelBundle> of(DetectorConfig detector, ModelStore store) {
    ModelChoice choice = detector.model();
    return choice.perEntity()
        ? new FindModels(detector, store).oneForEach(choice)
        : PerEntity.same(store.admitted(choice.place()));
  }

  private PerEntity<ModelBundle> oneForEach(ModelChoice choice) {
    SortedMap<String, ModelBundle> own = new TreeMap<>();
    for (String place : store.bundlesBelow(choice.folder())) {
      Optional<String> entity = choice.entityAt(place).filter(detector.entities()::matches);
      entity.ifPresent(name -> own.put(name, admitted("entity " + name, place)));
    }
    if (own.isEmpty()) {
      throw new UserError(
          detector.title()
              + ": no model was found: below "
              + choice.folder()
              + " there is no bundle "
              + choice.place()
              + " of an entity that fits "
              + detector.entities());
    }
    ModelBundle others =
        choice.unseen() == null ? null : admitted("entities unseen", choice.unseen());
    PerEntity<ModelBundle> found = new PerEntity<>(own, others);
    ModelsAgree.check(detector, found);
    return found;
  }

  private ModelBundle admitted(String whose, String place) {
    try {
      return store.admitted(place);
    } catch (UserError e) {
      throw new UserError(
          detector.title() + ": the model of " + whose + " will not do: " + e.getMessage(), e);
    }
  }
}
