package dev.kilter.job.config;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which model a detector judges with: one for all entities, or one for each.
 *
 * @param place the bundle's folder; with {@code {entity}} in it where there is one for each
 * @param unseen the folder of the bundle that stands in for an entity without one, or null: such an
 *     entity is not judged
 */
public record ModelChoice(String place, String unseen) {
  private static final String ENTITY = "{entity}";
  private static final String NOT_JUDGED = "not-judged";

  /** One model for all. */
  public static ModelChoice forAll(String place) {
    return new ModelChoice(place, null);
  }

  static ModelChoice read(YamlSection detector, String models) {
    String model = detector.text("model");
    String unseen = detector.text("unseen", null);
    if (unseen != null && !model.contains(ENTITY)) {
      detector.wrong(
          "unseen",
          "\"" + unseen + "\"",
          "left out where one model is for all: it goes with a model such as"
              + " \"{entity}/pump-lstm-ae/1\"");
    } else if (unseen != null && unseen.contains(ENTITY)) {
      detector.wrong("unseen", "\"" + unseen + "\"", "not-judged, or one bundle as NAME/VERSION");
    }
    boolean judged = unseen != null && !unseen.equals(NOT_JUDGED);
    return new ModelChoice(models + "/" + model, judged ? models + "/" + unseen : null);
  }

  /** Whether each entity has a model of its own. */
  public boolean perEntity() {
    return place.contains(ENTITY);
  }

  /** The folder below which the bundles of all entities lie. */
  public String folder() {
    return place.substring(0, place.lastIndexOf('/', place.indexOf(ENTITY)));
  }

  /** Whose bundle the one at this place is, if it is anybody's. */
  public Optional<String> entityAt(String bundle) {
    Matcher matcher = pattern().matcher(bundle);
    return matcher.matches() ? Optional.of(matcher.group("entity")) : Optional.empty();
  }

  private Pattern pattern() {
    String quoted = Pattern.quote(place);
    String named = "\\\\E(?<entity>.+)\\\\Q";
    String again = "\\\\E\\\\k<entity>\\\\Q";
    return Pattern.compile(
        quoted.replaceFirst(Pattern.quote(ENTITY), named).replaceAll(Pattern.quote(ENTITY), again));
  }
}
