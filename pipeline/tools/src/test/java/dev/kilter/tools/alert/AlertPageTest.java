package dev.kilter.tools.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.onnx.ModelBundle;
import dev.kilter.score.Score;
import dev.kilter.sequence.Sequence;
import dev.kilter.sequence.Subject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class AlertPageTest {
  private static final String JSON =
      """
      {"incident":"5b1f03","revision":2,"status":"open","cause":"worsened","severity":"major",
       "detector":"pumps","entity":"pump-17","summary":"worse: temperature is 9",
       "since":"2026-03-01T12:00:05Z","opened":"2026-03-01T12:00:07Z","time":"2026-03-01T12:00:31Z",
       "score":9.4,"threshold":4.1,"peak":9.4,"channels":[],
       "health":[{"kind":"flat","channel":"temperature","since":"2026-03-01T11:58:20Z"}],
       "model":{"name":"flat","version":"1","sha256":"abc"},
       "evidence":{"from":"2026-03-01T12:00:28Z","to":"2026-03-01T12:00:31Z","raw":10.2,"average":9.1,
        "offsets":{"events-0":[1,4]},"rows":4}}""";

  private static final ToldAlert ALERT =
      ToldAlert.of(
          new ConsumerRecord<>("alerts", 0, 7, null, JSON.getBytes(StandardCharsets.UTF_8)));
  private static final ModelBundle FLAT =
      ModelBundle.read(Path.of("../onnx/src/test/resources/bundles/flat/1"));

  @Test
  void aPersonSeesTheAlertItsRowsAndBothScores() {
    Compared raw = new Compared(10.2, 10.2, true);
    Compared average = new Compared(9.4, 9.1, false);

    assertThat(new AlertPage(ALERT, false, Integer.MAX_VALUE).lines(second(raw, average)))
        .containsExactly(
            "pump-17  MAJOR  open: worsened  2026-03-01T12:00:31Z",
            "worse: temperature is 9",
            "health: temperature flat since 2026-03-01T11:58:20Z",
            "since 2026-03-01T12:00:05Z, opened 2026-03-01T12:00:07Z",
            "revision 2 of incident 5b1f03, by detector pumps with model flat/1",
            "",
            "4 rows from 2026-03-01T12:00:28Z to 2026-03-01T12:00:31Z; · was filled in",
            "channel                unit       observed   expected    part",
            "temperature            Cel            9.00          -    90 %  ▁▁··",
            "vibration              mm/s          0.500      0.100    10 %  ▁█▄▅",
            "",
            "             in the alert   scored again",
            "raw                  10.2           10.2   the same",
            "average               9.4            9.1   differs by -3.2 %");
  }

  @Test
  void aNarrowTerminalHasNarrowLinesAndNoPictures() {
    Compared same = new Compared(1, 1, true);

    List<String> lines = new AlertPage(ALERT, false, 50).lines(second(same, same));

    assertThat(lines).allMatch(line -> line.length() <= 50).noneMatch(line -> line.contains("▁"));
  }

  @Test
  void severityHasItsColour() {
    Compared same = new Compared(1, 1, true);

    assertThat(new AlertPage(ALERT, true, 100).lines(second(same, same)).get(0))
        .startsWith("pump-17  \u001b[35mMAJOR\u001b[0m  open: worsened");
  }

  @Test
  void whatCannotBeScoredAgainSaysWhy() {
    NotScoredException why = new NotScoredException("the records are gone");

    assertThat(new AlertPage(ALERT, false, 100).lines(why))
        .endsWith("It cannot be scored again: the records are gone.");
  }

  @Test
  void whatSixDigitsLeaveOpenIsSaid() {
    Compared open = new Compared(1.00001, 1.00002, true);

    assertThat(new AlertPage(ALERT, false, 200).lines(second(open, open)))
        .last()
        .asString()
        .endsWith("the same, as far as six digits of the average before it tell");
  }

  private static SecondScore second(Compared raw, Compared average) {
    Sequence rows =
        new Sequence(
            Subject.of("pumps", "pump-17"),
            ALERT.evidence().fromMillis(),
            ALERT.evidence().toMillis(),
            new float[] {1, 0, 1, 1, 9, 0.4f, 9, 0.5f},
            new boolean[] {true, true, true, true, false, true, false, true},
            2,
            List.of());
    float[] parts = {9, 1};
    Score score = new Score(rows, 10.2, parts, new float[] {Float.NaN, 0.1f}, null);
    return new SecondScore(FLAT.contract(), rows, score, raw, average);
  }
}
