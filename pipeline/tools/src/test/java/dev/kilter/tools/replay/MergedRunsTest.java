package dev.kilter.tools.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedRunsTest {
  @TempDir private Path folder;

  @Test
  void linesComeOutInOrderInWhicheverRunTheyWere() throws IOException {
    List<ResultLine> lines = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      lines.add(new ResultLine(i / 8, "d" + i / 4 % 2, "e" + i / 2 % 2, i % 2, text(i)));
    }
    List<ResultLine> shuffled = new ArrayList<>(lines);
    Collections.shuffle(shuffled, new Random(1));
    write(shuffled.subList(0, 10));
    write(shuffled.subList(10, 200));
    write(shuffled.subList(200, 300));

    Path target = folder.resolve("merged.jsonl");
    long count = MergedRuns.write(runs(), target);

    assertThat(count).isEqualTo(300);
    assertThat(Files.readAllLines(target))
        .isEqualTo(lines.stream().map(line -> new String(line.json(), UTF_8)).toList());
  }

  @Test
  void noRunsMakeAnEmptyFile() throws IOException {
    Path target = folder.resolve("merged.jsonl");

    assertThat(MergedRuns.write(runs(), target)).isZero();
    assertThat(target).isEmptyFile();
  }

  @Test
  void moreLinesThanFitInMemoryAreStillInOrder() throws IOException {
    SortedRuns sorted = new SortedRuns(runs());
    for (int i = 120_000; i > 0; i--) {
      sorted.add(new ResultLine(i, "", "", 0, text(i)));
    }
    sorted.write();

    Path target = folder.resolve("merged.jsonl");
    assertThat(MergedRuns.write(runs(), target)).isEqualTo(120_000);
    assertThat(Files.readAllLines(target)).first().isEqualTo("line 1");
    assertThat(Files.readAllLines(target)).last().isEqualTo("line 120000");
  }

  private void write(List<ResultLine> lines) throws IOException {
    SortedRuns sorted = new SortedRuns(runs());
    for (ResultLine line : lines) {
      sorted.add(line);
    }
    sorted.write();
  }

  private Path runs() throws IOException {
    return Files.createDirectories(folder.resolve("runs"));
  }

  private static byte[] text(int number) {
    return ("line " + number).getBytes(UTF_8);
  }
}
