package dev.kilter.tools;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the direction of the dependencies: nothing knows what comes behind it. */
class ArchitectureTest {
  private static final JavaClasses KILTER =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.kilter");
  private static final List<String> ORDER =
      List.of("event", "health", "sequence", "score", "alert", "onnx", "job", "tools");

  @Test
  void everyRoomOfTheDesignIsThere() {
    for (String room : ORDER) {
      assertThat(KILTER).anyMatch(c -> c.getPackageName().startsWith("dev.kilter." + room));
    }
  }

  @Test
  void nothingPointsTowardsTheTools() {
    for (int place = 0; place < ORDER.size(); place++) {
      String[] behind =
          ORDER.subList(place + 1, ORDER.size()).stream()
              .map(room -> "dev.kilter." + room + "..")
              .toArray(String[]::new);
      if (behind.length > 0) {
        noClasses()
            .that()
            .resideInAPackage("dev.kilter." + ORDER.get(place) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(behind)
            .check(KILTER);
      }
    }
  }

  @Test
  void theCoreKnowsTheJdkAndNothingElse() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.kilter",
            "dev.kilter.event..",
            "dev.kilter.health..",
            "dev.kilter.sequence..",
            "dev.kilter.score..",
            "dev.kilter.alert..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("dev.kilter..", "java..")
        .check(KILTER);
  }

  @Test
  void onlyTheOnnxRoomKnowsOnnxRuntime() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.kilter.onnx..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("ai.onnxruntime..")
        .check(KILTER);
  }
}
