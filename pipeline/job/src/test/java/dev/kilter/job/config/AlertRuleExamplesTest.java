package dev.kilter.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.AlertPolicy;
import dev.kilter.alert.DetectorId;
import dev.kilter.alert.Judge;
import dev.kilter.alert.Judgement;
import dev.kilter.alert.ModelReference;
import dev.kilter.alert.ModelRule;
import dev.kilter.alert.Watch;
import dev.kilter.event.PerEntity;
import dev.kilter.score.Score;
import dev.kilter.score.ScoringRule;
import dev.kilter.sequence.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of the page on alert rules, each run as it stands there. */
class AlertRuleExamplesTest {
  private static final Path PAGE = Path.of("docs/alerts.md");
  private static final Pattern EXAMPLE =
      Pattern.compile(
          "<!-- example -->\n```yaml\n(?<rules>[^`]+)```\n```\nscores: (?<scores>.+)\n(?<told>[^`]*)```");
  private static final Pattern SUITED =
      Pattern.compile("(?m)\\| (\\d+) \\| (\\d+ of \\d+) \\| (\\d+) \\|$");
  private static final List<String> RULES =
      List.of(
          "open",
          "for",
          "close",
          "below",
          "merge",
          "cooldown",
          "reopen",
          "flapping",
          "remind",
          "long");

  /** One example of the page. */
  private record Example(String rules, List<Double> scores, List<String> told) {
    static Example of(MatchResult match) {
      return new Example(
          match.group(1).strip(),
          Pattern.compile(" ").splitAsStream(match.group(2)).map(Double::valueOf).toList(),
          match.group(3).lines().toList());
    }

    @Override
    public String toString() {
      return rules.replace("\n", ", ");
    }
  }

  static List<Example> examples() throws IOException {
    return EXAMPLE.matcher(Files.readString(PAGE)).results().map(Example::of).toList();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void anExampleTellsWhatItSays(Example example) {
    assertThat(told(policy(example.rules()), example.scores())).isEqualTo(example.told());
  }

  @Test
  void everyRuleHasAnExample() throws IOException {
    String all = String.join("\n", examples().stream().map(Example::rules).toList());
    assertThat(RULES).allSatisfy(rule -> assertThat(all).containsPattern("(?m)^" + rule + ": "));
    assertThat(Files.readString(PAGE).split("<!-- example -->"))
        .as("all of them are read")
        .hasSize(examples().size() + 1);
  }

  @Test
  void thereAreNoOtherRules() {
    assertThat(PipelineFiles.problems(detector("{nonsense: 1}")))
        .singleElement()
        .asString()
        .matches("(?s).*known here are \\[(\\w+(, )?){" + RULES.size() + "}\\].*")
        .contains(RULES);
  }

  @Test
  void theTableSaysWhatADetectorWithoutRulesGets() throws IOException {
    List<MatchResult> rows = SUITED.matcher(Files.readString(PAGE)).results().toList();
    assertThat(rows)
        .hasSizeGreaterThan(2)
        .allSatisfy(
            row -> {
              AlertPolicy policy = AlertConfig.standard().with(Integer.parseInt(row.group(1)));
              assertThat(policy.opening().odd() + " of " + policy.opening().of())
                  .isEqualTo(row.group(2));
              assertThat(String.valueOf(policy.closing().clear())).isEqualTo(row.group(3));
            });
  }

  private static AlertPolicy policy(String rules) {
    String inOneLine = "{" + rules.replace("\n", ", ") + "}";
    return PipelineFiles.read(detector(inOneLine)).detectors().get(0).alert().policy();
  }

  private static String detector(String alert) {
    return PipelineFiles.LEAST.replace(
        "{id: pumps, model: flat/1}", "{id: pumps, model: flat/1, alert: " + alert + "}");
  }

  private static List<String> told(AlertPolicy policy, List<Double> scores) {
    Judge judge =
        new Judge(
            new DetectorId("plant", "pumps"),
            PerEntity.same(
                new ModelRule(new ModelReference("flat", "1", "00"), new ScoringRule(1, 10))),
            policy,
            List.of("vibration"));
    List<String> told = new ArrayList<>();
    Watch watch = Watch.begin();
    for (int second = 1; second <= scores.size(); second++) {
      Judgement judgement =
          judge.judge(Subject.of("pumps", "pump-1"), score(second, scores.get(second - 1)), watch);
      watch = judgement.watch();
      if (judgement.alert() != null) {
        told.add(
            "%d s: %s, revision %d"
                .formatted(
                    second,
                    judgement.alert().cause().label(),
                    judgement.alert().incident().revision()));
      }
    }
    return told;
  }

  private static Score score(int second, double raw) {
    float[] one = {(float) raw};
    return new Score(second * 1_000L, second * 1_000L, raw, one, one, new float[1], List.of());
  }
}
