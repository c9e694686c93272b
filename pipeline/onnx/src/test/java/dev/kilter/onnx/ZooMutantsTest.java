package dev.kilter.onnx;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kilter.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten thousand mutants of a real bundle, one byte of the network changed in each.
 *
 * <p>The hash refuses all. With the hash made to fit, the golden outputs refuse whatever changes
 * what the network does: most. They cannot tell, and nothing that runs the network could, bytes of
 * names that nothing refers to (the producer, the graph, the batch axis); and they do not mind the
 * last digits of one weight, since processors differ by as much. So of these it is proved that
 * sequences which are not golden, from normal ones to ones at thirty times the threshold, score the
 * same, to the last bit or nearly so. It is not claimed of sequences ten times as far off as any of
 * these: there a weight that no golden sequence uses was seen to make an eighth.
 */
class ZooMutantsTest {
  private static final int MUTANTS = 10_000;
  private static final int FLOAT = 1;

  /** Relative to the score, if that is above 1; the lowest quantile in the contract is 0.287. */
  private static final double CLOSE = 0.005;

  private final NetworkMutants mutants = new NetworkMutants();

  @TempDir private Path folder;

  @Test
  void theHashRefusesAll() {
    for (int number = 0; number < MUTANTS; number++) {
      ModelBundle mutant = mutants.network(number);
      assertThatThrownBy(() -> Admission.admit(mutant).close())
          .isInstanceOf(UserError.class)
          .hasMessageContaining("model.onnx has the SHA-256");
    }
  }

  @Test
  void withTheHashMadeToFitNoneScoresOtherwiseAndNoneCrashes() throws Exception {
    List<String> lines = tried();
    assertThat(lines).hasSize(MUTANTS);
    for (int number = 0; number < MUTANTS; number++) {
      assertHarmless(number, lines.get(number).substring((number + " ").length()));
    }
    Map<String, Long> tally =
        lines.stream().collect(groupingBy(line -> line.replaceAll("[0-9. E-]", ""), counting()));
    assertThat(tally.get(NetworkMutantRun.REFUSED)).isGreaterThan(MUTANTS / 2);
    assertThat(tally.get(NetworkMutantRun.SAME)).isLessThan(MUTANTS / 10);
  }

  private void assertHarmless(int number, String outcome) {
    if (outcome.equals(NetworkMutantRun.REFUSED) || outcome.equals(NetworkMutantRun.SAME)) {
      return;
    }
    assertThat(Double.parseDouble(outcome)).as("mutant %s", number).isBetween(0.0, CLOSE);
    int place = mutants.place(number);
    assertThat(StoredTensor.of(mutants.whole().network()))
        .as("mutant %s scores a little otherwise, so byte %s is of a weight", number, place)
        .anyMatch(t -> t.type() == FLOAT && t.from() <= place && place < t.to());
  }

  /** A line for each mutant; where the process broke, the last one has nothing but its number. */
  private List<String> tried() throws IOException, InterruptedException {
    Path lines = folder.resolve("lines");
    Path errors = folder.resolve("errors");
    int code = inItsOwnProcess(lines, errors).waitFor();
    List<String> tried = Files.readAllLines(lines);
    assertThat(code)
        .as("%s mutants tried, the last: %s", tried.size(), tried.get(tried.size() - 1))
        .isZero();
    return tried;
  }

  private Process inItsOwnProcess(Path lines, Path errors) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ErrorFile=" + folder.resolve("crash"),
            "-cp",
            System.getProperty("java.class.path"),
            NetworkMutantRun.class.getName(),
            String.valueOf(MUTANTS))
        .redirectOutput(lines.toFile())
        .redirectError(errors.toFile())
        .start();
  }
}
