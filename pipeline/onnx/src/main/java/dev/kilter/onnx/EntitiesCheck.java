package dev.kilter.onnx;

import java.util.Set;

/** Checks that {@code entities.json} is complete and goes with its {@code model.json}. */
final class EntitiesCheck {
  private final ModelContract contract;
  private final Requirements requirements;
  private final StatisticsCheck statistics;

  private EntitiesCheck(ModelContract contract, String file) {
    this.contract = contract;
    this.requirements = new Requirements(file);
    this.statistics = new StatisticsCheck(requirements, contract.channels().size());
  }

  /**
   * Checks the whole file.
   *
   * @throws dev.kilter.UserError naming the entity, the key, its value and what would be right
   */
  static void check(EntitiesFile entities, ModelContract contract, String file) {
    EntitiesCheck check = new EntitiesCheck(contract, file);
    check.requirements.require(
        Set.of(EntitiesFile.POOLED, EntitiesFile.NOT_JUDGED)
            .contains(String.valueOf(entities.unseen())),
        "unseen",
        entities.unseen(),
        "pooled or not-judged");
    check.requirements.require(
        entities.entities() != null && !entities.entities().isEmpty(),
        "entities",
        entities.entities(),
        "at least one, by name");
    entities.entities().forEach(check::entity);
  }

  private void entity(String name, EntitiesFile.Entity entity) {
    String key = "entities." + name;
    requirements.require(
        entity != null && !(entity.scaling() == null && bareOfResults(entity)),
        key,
        null,
        "scaling, errors, quantiles, or some of them");
    if (entity.scaling() != null) {
      requirements.require(
          contract.scaling() != null,
          key + ".scaling",
          "there",
          "left out where model.json has no scaling: the network scales for itself");
      statistics.spread(key + ".scaling", entity.scaling().mean(), entity.scaling().deviation());
    }
    if (entity.errors() != null) {
      statistics.spread(key + ".errors", entity.errors().mean(), entity.errors().deviation());
    }
    if (entity.quantiles() != null) {
      statistics.quantiles(key + ".quantiles", entity.quantiles());
      requirements.require(
          entity.quantiles().keySet().equals(contract.quantiles().keySet()),
          key + ".quantiles",
          entity.quantiles().keySet(),
          "of the levels that model.json has, " + contract.quantiles().keySet());
    }
  }

  private static boolean bareOfResults(EntitiesFile.Entity entity) {
    return entity.errors() == null && entity.quantiles() == null;
  }
}
