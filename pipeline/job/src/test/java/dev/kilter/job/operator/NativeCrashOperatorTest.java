package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.kilter.sequence.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The score stage in processes that ONNX Runtime really brings down: on one row of one of three
 * pumps its network divides so that the processor makes it a signal.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class NativeCrashOperatorTest {
  private static final String CRASHED = " crashed on it twice, so it is set aside";
  private static final String BEHIND =
      " one of its rows is set aside: native code that runs crashing/1 crashed on it twice";

  @TempDir private Path folder;
  private int processes;

  @BeforeEach
  void onlyTheseProcessorsMakeItASignal() {
    assumeTrue(System.getProperty("os.arch").equals("amd64"));
  }

  @Test
  void aSequenceOnWhichNativeCodeCrashesTakesTwoProcessesAndTheThirdGoesOnWithoutIt()
      throws Exception {
    assertThat(run("crashing", 4)).isEmpty();
    assertThat(run("crashing", 4)).isEmpty();

    List<String> expected = new ArrayList<>(scoredBy("flat", 4));
    expected.replaceAll(
        line -> line.startsWith("b4 ") ? "b4 native code that runs crashing/1" + CRASHED : line);
    for (int behind = 5; behind < 8; behind++) {
      String whose = "b" + behind;
      expected.replaceAll(line -> line.startsWith(whose + " ") ? whose + BEHIND : line);
    }
    expected.add("4 not-scorable: detector pumps: native code that runs crashing/1" + CRASHED);
    assertThat(run("crashing", 4)).isEqualTo(expected);
    assertThat(crashes()).hasSize(2);
  }

  @Test
  void aRowOnWhichNativeCodeCrashesLeavesTheStateOfItsEntityAsItWas() throws Exception {
    assertThat(run("carried-crashing", 1)).isEmpty();
    assertThat(run("carried-crashing", 1)).isEmpty();

    List<String> said = run("carried-crashing", 1);

    String aside = "native code that runs carried-crashing/1" + CRASHED;
    assertThat(said).contains("b4 " + aside).endsWith("4 not-scorable: detector pumps: " + aside);
    assertThat(said.subList(0, said.size() - 1))
        .filteredOn(line -> !line.startsWith("b4 "))
        .isEqualTo(scoredBy("carried", 1));
  }

  /** What a process says of the three pumps: nothing if it crashes. */
  private List<String> run(String bundle, int rows) throws IOException, InterruptedException {
    Path said = folder.resolve("said-" + processes++);
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:ErrorFile=" + folder.resolve("crash-%p"),
            "-XX:-CreateCoredumpOnCrash",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingTask.class.getName(),
            bundle,
            String.valueOf(rows),
            folder.resolve("journal").toString(),
            said.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log-" + processes).toFile())
        .start()
        .waitFor();
    return Files.exists(said) ? Files.readAllLines(said) : List.of();
  }

  /** What the processes left that a signal ended. */
  private List<Path> crashes() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.getFileName().toString().startsWith("crash-")).toList();
    }
  }

  /** A sound network that scores alike; one that carries its state is not shown the deadly row. */
  private static List<String> scoredBy(String bundle, int rows) throws Exception {
    List<Sequence> sequences = new ArrayList<>(JournaledStage.threePumps(rows));
    if (rows == 1) {
      sequences.removeIf(row -> row.values()[0] == JournaledStage.DEADLY);
    }
    try (JournaledStage stage = JournaledStage.withoutJournal(bundle)) {
      return stage.takes(sequences).said();
    }
  }
}
