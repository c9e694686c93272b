package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.ClosingRule;
import dev.kilter.alert.FlapRule;
import dev.kilter.alert.OpeningRule;
import dev.kilter.alert.UpdateRule;
import dev.kilter.score.Rebaselining;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectorConfigTest {

  @Test
  void defaults() {
    DetectorConfig detector = detector("{id: pumps, model: flat/1}");
    assertThat(detector.entities()).hasToString("*");
    assertThat(detector.model().unseen()).isNull();
    assertThat(detector.model().perEntity()).isFalse();
    assertThat(detector.classifier()).isNull();
    assertThat(detector.quantile()).isNull();
    assertThat(detector.rebaselining()).isNull();
    assertThat(detector.alert()).isEqualTo(AlertConfig.standard());
    assertThat(detector.place()).endsWith(".yaml:4");
  }

  @Test
  void everyKeyIsMapped() {
    DetectorConfig detector =
        detector(
            "{id: p, model: '{entity}/flat/2', unseen: flat/3, classifier: faults/3,"
                + " entities: 'a-?', quantile: 0.99,"
                + " alert: {open: 64 of 64, close: 1000000, cooldown: 1h},"
                + " rebaseline: {after: 1d, most: 20.5}}");
    assertThat(detector.id()).isEqualTo("p");
    assertThat(detector.model().place()).endsWith("/models/zoo/{entity}/flat/2");
    assertThat(detector.model().unseen()).endsWith("/models/zoo/flat/3");
    assertThat(detector.classifier()).endsWith("/models/zoo/faults/3");
    assertThat(detector.entities()).hasToString("a-?");
    assertThat(detector.quantile()).isEqualTo("0.99");
    assertThat(detector.rebaselining()).isEqualTo(new Rebaselining(Duration.ofDays(1), 20.5));
    assertThat(detector.alert())
        .isEqualTo(new AlertConfig(new AlertPolicy(64, 64, 1_000_000, Duration.ofHours(1)), false));
  }

  @Test
  void whatBecomesNormalHasASpanAndAMost() {
    assertThat(detector("{id: p, model: m, rebaseline: {after: 12h}}").rebaselining())
        .isEqualTo(new Rebaselining(Duration.ofHours(12), 10));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; rebaseline.after is missing; it must be a span such as 1d",
        "{most: 5}; rebaseline.after is missing; it must be a span such as 1d",
        "{after: 0s}; rebaseline.after is \"0s\"; it must be a duration above zero",
        "{after: 1d, most: 0}; rebaseline.most is \"0\"; it must be a number of deviations above 0,"
            + " such as 10",
      })
  void everyCheckOfWhatBecomesNormalFires(String section, String problem) {
    assertThat(problems(with("{id: p, model: m, rebaseline: " + section + "}")))
        .singleElement()
        .asString()
        .contains("detectors[0]." + problem);
  }

  @ParameterizedTest
  @CsvSource({
    "open, 3, written as in 3 of 5",
    "open, 3 in 5, written as in 3 of 5",
    "open, 3 of 5 days, written as in 3 of 5",
    "open, 0 of 5, m of n with 1 ≤ m ≤ n ≤ 64",
    "open, 6 of 5, m of n with 1 ≤ m ≤ n ≤ 64",
    "open, 3 of 65, m of n with 1 ≤ m ≤ n ≤ 64",
    "close, 0, a whole number from 1 to 1000000",
    "close, never, 'a number of clear verdicts in a row, such as 10, or how long they last, such as"
        + " 5m'",
    "close, 5 ages, 'a duration such as 500ms, 5s, 10m or 2h'",
    "close, 0s, longer than nothing",
    "cooldown, a while, 'a duration such as 500ms, 5s, 10m or 2h'",
    "cooldown, -5s, 'a duration such as 500ms, 5s, 10m or 2h'",
    "for, -1m, 'a duration such as 500ms, 5s, 10m or 2h'",
    "below, 0, a part of the threshold above 0 and at most 1",
    "below, 1.01, a part of the threshold above 0 and at most 1",
    "merge, long, 'a duration such as 500ms, 5s, 10m or 2h'",
    "flapping, often, written as in 4 in 1h",
    "flapping, 1 in 1h, 2 to 64 times in a span",
    "flapping, 3 in 0s, longer than nothing",
    "remind, 0s, longer than nothing",
    "long, 0s, longer than nothing",
  })
  void everyCheckOfTheAlertRulesFires(String key, String value, String right) {
    assertThat(problems(with("{id: p, model: m, alert: {" + key + ": " + value + "}}")))
        .containsExactly(
            ":4: detectors[0].alert." + key + " is \"" + value + "\"; it must be " + right);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{cooldown: 10m, reopen: 10m}; reopen is \"10m\"; longer than the cooldown, 10m, in which"
            + " nothing opens",
        "{cooldown: 31m, flapping: 3 in 1h}; flapping is \"3 in 1h\"; possible: with a cooldown of"
            + " 31m so many openings take at least 62m",
      })
  void rulesThatCannotBothBeAreRefused(String rules, String problem, String right) {
    assertThat(problems(with("{id: p, model: m, alert: " + rules + "}")))
        .containsExactly(":4: detectors[0].alert." + problem + "; it must be " + right);
  }

  @Test
  void everyAlertRuleIsMapped() {
    AlertPolicy policy =
        detector(
                "{id: p, model: m, alert: {open: 2 of 3, for: 1m, close: 5m, below: 0.8, merge: 2m,"
                    + " cooldown: 3m, reopen: 10m, flapping: 4 in 1h, remind: 6h, long: 1d}}")
            .alert()
            .policy();
    assertThat(policy)
        .isEqualTo(
            new AlertPolicy(
                new OpeningRule(2, 3, Duration.ofMinutes(1)),
                new ClosingRule(1, Duration.ofMinutes(5), 0.8, Duration.ofMinutes(2)),
                Duration.ofMinutes(3),
                Duration.ofMinutes(10),
                new FlapRule(4, Duration.ofHours(1)),
                new UpdateRule(Duration.ofHours(6), Duration.ofDays(1))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{}; true",
        "{remind: 6h, long: 1d}; true",
        "{remind: 6h, close: 10}; false",
        "{open: 3 of 5}; false",
        "{for: 0s}; false",
        "{reopen: 5m}; false",
      })
  void theModelDecidesWhereNothingIsSaidOfOpeningAndClosing(String rules, boolean suits) {
    AlertConfig alert = detector("{id: p, model: m, alert: " + rules + "}").alert();
    assertThat(alert.suitsTheModel()).isEqualTo(suits);
    assertThat(alert.with(100))
        .isEqualTo(suits ? AlertPolicy.suiting(100, alert.policy().updates()) : alert.policy());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{model: m}; :4: detectors[0].id is missing",
        "{id: p}; :4: detectors[0].model is missing",
        "{id: ' ', model: m}; :4: detectors[0].id is \" \"",
        "{id: p, model: m, alert: 3 of 5}; :4: detectors[0].alert must be a mapping",
        "{id: p, model: m, alert: {shut: 3}}; :4: unknown key detectors[0].alert.shut; known here",
        "{id: p, model: m, mood: good}; :4: unknown key detectors[0].mood; known here",
        "{id: p, model: m}, {id: p, model: n}; :4: detectors[1].id is \"p\", again; it must be uni",
        "{id: p, model: m/1, unseen: n/1}; :4: detectors[0].unseen is \"n/1\"; it must be left out",
        "{id: p, model: m/1, unseen: not-judged}; :4: detectors[0].unseen is \"not-judged\"; it m",
        "{id: p, model: 'm/{entity}', unseen: '{entity}/1'}; :4: detectors[0].unseen is \"{entity}",
        "just text; :4: detectors[0] must be a mapping",
      })
  void everyCheckFires(String detectors, String problem) {
    assertThat(problems(with(detectors)).get(0)).startsWith(problem);
  }

  @Test
  void twoDetectorsWithoutIdAreNotCalledTheSame() {
    assertThat(problems(with("{model: m}, {model: n}")))
        .containsExactly(":4: detectors[0].id is missing", ":4: detectors[1].id is missing");
  }

  @Test
  void detectorsAreAList() {
    assertThat(problems(LEAST.replace("[{id: pumps, model: flat/1}]", "{id: pumps}")))
        .contains(":4: detectors is a mapping; it must be a list");
  }

  private static DetectorConfig detector(String text) {
    return read(with(text)).detectors().get(0);
  }

  private static String with(String detectors) {
    return LEAST.replace("{id: pumps, model: flat/1}", detectors);
  }
}
