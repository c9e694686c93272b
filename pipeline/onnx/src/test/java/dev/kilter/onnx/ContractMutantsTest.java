package dev.kilter.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Mutants of the files beside the network, one byte changed in each: refused in a sentence, or
 * equal in meaning, or admitted because the byte is of a value that only its author can know. No
 * hash covers these files: they are for people to edit.
 */
class ContractMutantsTest {
  private static final int MUTANTS = 1500;

  /** Names, units, how rows are made, and what was measured of errors and scores. */
  private static final List<String> ONLY_THE_AUTHOR_KNOWS =
      List.of(
          "/name",
          "/version",
          "/channels/",
          "/sequence/stride",
          "/sequence/period",
          "/errors/mean",
          "/errors/deviation",
          "/smoothing/weight",
          "/quantiles",
          "/training");

  private final NetworkMutants mutants = new NetworkMutants();

  @Test
  void aContractIsRefusedUnlessOnlyItsAuthorCouldKnow() throws IOException {
    Set<String> changed = new TreeSet<>();
    for (int number = 0; number < MUTANTS; number++) {
      ModelBundle mutant = mutants.contract(number);
      if (admitted(mutant)) {
        changed.addAll(changes(mutants.whole().contractJson(), mutant.contractJson()));
      }
    }
    assertThat(changed)
        .isNotEmpty()
        .allMatch(path -> ONLY_THE_AUTHOR_KNOWS.stream().anyMatch(path::startsWith));
  }

  /** The last digits of a sequence or an output, and rows of an output that no score is made of. */
  @Test
  void goldenOutputsAreRefusedUnlessTheyAreStillMet() throws IOException {
    Set<String> changed = new TreeSet<>();
    for (int number = 0; number < MUTANTS; number++) {
      ModelBundle mutant = mutants.golden(number);
      if (admitted(mutant)) {
        changed.addAll(changes(mutants.whole().goldenJson(), mutant.goldenJson()));
      }
    }
    assertThat(changed)
        .containsExactlyInAnyOrder(
            "/sequences/input", "/sequences/outputs/reconstruction", "/sequences/outputs/errors");
  }

  private static boolean admitted(ModelBundle bundle) {
    try (OnnxModel model = Admission.admit(bundle)) {
      return model != null;
    } catch (UserError e) {
      assertThat(e.getMessage()).contains(bundle.place()).hasSizeLessThan(2000);
      return false;
    }
  }

  /** Where two files differ, without the places in lists. */
  private static List<String> changes(byte[] before, byte[] after) throws IOException {
    JsonMapper json = new JsonMapper();
    List<String> changes = new ArrayList<>();
    compare("", json.readTree(before), json.readTree(after), changes);
    return changes;
  }

  private static void compare(String path, JsonNode before, JsonNode after, List<String> changes) {
    if (before.isArray() && before.size() == after.size()) {
      for (int index = 0; index < before.size(); index++) {
        compare(path, before.get(index), after.get(index), changes);
      }
    } else if (before.isObject() && names(before).equals(names(after))) {
      names(before).forEach(n -> compare(path + "/" + n, before.get(n), after.get(n), changes));
    } else if (!before.equals(after)) {
      changes.add(path);
    }
  }

  private static Set<String> names(JsonNode object) {
    Set<String> names = new TreeSet<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
