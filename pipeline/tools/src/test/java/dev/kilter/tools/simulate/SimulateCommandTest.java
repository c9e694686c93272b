package dev.kilter.tools.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SimulateCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter errors = new StringWriter();

  @Test
  void theSameSeedWritesTheSameBytes() throws IOException {
    Path first = folder.resolve("first.jsonl");
    Path second = folder.resolve("second.jsonl");
    run("--entities 2 --length 12h --seed 3 --to " + first);
    run("--entities 2 --length 12h --seed 3 --to " + second);

    assertThat(first).hasSameBinaryContentAs(second);
    assertThat(Files.readAllLines(first)).hasSize(2 * 12 * 360);
  }

  @Test
  void aCompressedFileHoldsTheSameEvents() throws IOException {
    Path plain = folder.resolve("plain.jsonl");
    Path compressed = folder.resolve("compressed.jsonl.gz");
    run("--entities 2 --length 1h --to " + plain);
    run("--entities 2 --length 1h --to " + compressed);

    try (GZIPInputStream bytes = new GZIPInputStream(Files.newInputStream(compressed))) {
      assertThat(bytes.readAllBytes()).isEqualTo(Files.readAllBytes(plain));
    }
  }

  @Test
  void theTruthLiesBesideTheEventsAndTellsEveryFault() throws IOException {
    assertThat(run("--entities 4 --length 4d --seed 3 --to " + folder.resolve("a.jsonl.gz")))
        .isZero();
    List<Fault> faults = new Simulation(Plans.of(4, Duration.ofDays(4), 1, 3)).faults();
    List<String> lines = Files.readAllLines(folder.resolve("a.truth.jsonl"));

    assertThat(faults).isNotEmpty();
    assertThat(lines).hasSameSizeAs(faults);
    for (int i = 0; i < lines.size(); i++) {
      assertTells(new ObjectMapper().readTree(lines.get(i)), faults.get(i));
    }
  }

  @Test
  void theTruthOfANormalRecordingIsEmpty() {
    run("--entities 2 --length 1h --faults 0 --to " + folder.resolve("a.jsonl"));

    assertThat(folder.resolve("a.truth.jsonl")).isEmptyFile();
  }

  @Test
  void printsTheCatalogue() {
    assertThat(run("--catalogue")).isZero();

    assertThat(out.toString()).contains("barely visible 4");
    assertThat(FaultCatalogue.KINDS)
        .allSatisfy(kind -> assertThat(out.toString()).contains(kind.name(), kind.description()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--length 1h | Give either --to or --bootstrap.",
        "--to a.csv | --to must name a .jsonl or .jsonl.gz file, not a.csv.",
        "--to a.jsonl --bootstrap x:1 --topic t | Give either --to or --bootstrap.",
        "--bootstrap x:1 --faults 0 | --bootstrap and --topic go together.",
        "--bootstrap x:1 --topic t | Faults written to Kafka need --truth FILE",
        "--to a.jsonl --length 2q | '2q' is no length of time such as 2d, 6h, 90m, 10s or 500ms",
        "--to a.jsonl --from noon | 'noon' is no instant such as 2026-03-01T00:00:00Z",
        "--to a.jsonl --speed fast | 'fast' is no speed such as 1x, 600x or max",
        "--to a.jsonl --speed 0x | '0x' is no speed",
        "--to a.jsonl --entities 0 | entities must be 1 to 1000000, not 0",
        "--to a.jsonl --faults 9 | faults must be 0 to 2.5 per entity-day, not 9.0",
        "--to nowhere/a.jsonl | There is no folder for nowhere/a.jsonl.",
        "--bootstrap localhost:1 --topic t --faults 0 | No Kafka broker answers at localhost:1."
      })
  void wrongArgumentsSayWhatIsWrongAndExitWithTwo(String arguments, String sentence) {
    assertThat(run(arguments)).isEqualTo(2);
    assertThat(errors.toString().lines().findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains(sentence));
  }

  private int run(String arguments) {
    return new CommandLine(new SimulateCommand())
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(errors, true))
        .execute(arguments.split(" "));
  }

  private static void assertTells(JsonNode line, Fault fault) {
    assertThat(line.get("entity").textValue()).isEqualTo(fault.entity());
    assertThat(Instant.parse(line.get("from").textValue()).toEpochMilli())
        .isEqualTo(fault.fromMillis());
    assertThat(Instant.parse(line.get("to").textValue()).toEpochMilli())
        .isEqualTo(fault.toMillis());
    assertThat(line.get("kind").textValue()).isEqualTo(fault.kind().name());
    assertThat(line.get("size").asDouble(Double.NaN))
        .isEqualTo(Double.valueOf(fault.sizeInNoise()));
    assertThat(line.get("channels"))
        .extracting(JsonNode::textValue)
        .containsExactlyElementsOf(fault.channels());
  }
}
