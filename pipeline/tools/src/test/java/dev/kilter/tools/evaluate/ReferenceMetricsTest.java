package dev.kilter.tools.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.tools.PublicData;
import dev.kilter.tools.evaluate.VolumeUnderSurface.Volumes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the ranking metrics against TSB-AD's, where the file with its values is at hand. */
class ReferenceMetricsTest {
  private static final Offset<Double> AGREES = within(1e-4);

  @TestFactory
  Stream<DynamicTest> agreesWithTheReferenceImplementation() throws IOException {
    Path file = PublicData.file("reference/ranking_metrics.json");
    JsonNode json = JsonMapper.builder().build().readTree(Files.readAllBytes(file));
    return StreamSupport.stream(json.path("cases").spliterator(), false)
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.path("name").asText(), () -> assertAgrees(example)));
  }

  private static void assertAgrees(JsonNode example) {
    double[] scores = numbers(example.path("scores"));
    Span[] labels =
        StreamSupport.stream(example.path("labels").spliterator(), false)
            .map(label -> Watched.minutes(label.get(0).asLong(), label.get(1).asLong()))
            .toArray(Span[]::new);
    JsonNode expected = example.path("expected");

    LabelledScores rows = Watched.scored(scores, labels);
    RankingCurve curve = RankingCurve.of(rows);
    Volumes volumes = VolumeUnderSurface.of(rows);

    assertThat(curve.aucPr()).isCloseTo(expected.path("AUC-PR").doubleValue(), AGREES);
    assertThat(curve.aucRoc()).isCloseTo(expected.path("AUC-ROC").doubleValue(), AGREES);
    assertThat(curve.oracleF1()).isCloseTo(expected.path("Standard-F1").doubleValue(), AGREES);
    assertThat(volumes.pr()).isCloseTo(expected.path("VUS-PR").doubleValue(), AGREES);
    assertThat(volumes.roc()).isCloseTo(expected.path("VUS-ROC").doubleValue(), AGREES);
  }

  private static double[] numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false)
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }
}
