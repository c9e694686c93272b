package dev.kilter.tools.pipeline;

import dev.kilter.alert.SeveritySteps;
import dev.kilter.job.config.SensitivityConfig;
import dev.kilter.score.DeviationRule;
import dev.kilter.score.Direction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How far off an entity has to be, as it was understood, for a person to read. */
final class SensitivityText {
  private static final int PERCENT = 100;
  private static final MathContext DIGITS = new MathContext(6);

  private SensitivityText() {}

  /** What there is to say beside the threshold, by what it is about; nothing of what is usual. */
  static Map<String, String> of(SensitivityConfig sensitivity) {
    Map<String, String> lines = new LinkedHashMap<>();
    if (!sensitivity.deviations().isEmpty()) {
      lines.put(
          "  deviation",
          sensitivity.deviations().entrySet().stream()
              .map(rule -> rule.getKey() + " matters " + words(rule.getValue()))
              .collect(Collectors.joining("; ")));
    }
    SeveritySteps severity = sensitivity.severity();
    if (!severity.equals(SeveritySteps.standard())) {
      lines.put(
          "  severity",
          String.format(
              Locale.ROOT,
              "major from %s times the threshold on, critical from %s times",
              severity.major(),
              severity.critical()));
    }
    return lines;
  }

  private static String words(DeviationRule rule) {
    List<String> words = new ArrayList<>();
    if (rule.direction() != Direction.BOTH) {
      words.add("as a " + rule.direction().label());
    }
    if (rule.least() > 0) {
      words.add("from " + rule.least() + " on");
    }
    if (rule.leastRelative() > 0) {
      words.add("from " + percent(rule.leastRelative()) + " % of the expected on");
    }
    return words.isEmpty() ? "always" : String.join(", ", words);
  }

  private static String percent(double share) {
    return new BigDecimal(share * PERCENT, DIGITS).stripTrailingZeros().toPlainString();
  }
}
