package dev.kilter.job.quiet;

import static dev.kilter.job.quiet.WindowsOf.oneByOne;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.quiet.TimeWindow;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What holds of every rule: the answers are those of all its windows, in whatever order asked. */
class AnyRuleTest {
  private static final List<String> ZONES =
      List.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Pacific/Apia");
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();
  private static final int RULES = 120;
  private static final int QUESTIONS = 60;
  private static final int SPAN_DAYS = 1_500;

  @Test
  void theAnswersAreThoseOfAllWindowsForwardsBackwardsAndAtRandom() {
    Random random = new Random(11);
    int covered = 0;
    for (int round = 0; round < RULES; round++) {
      WindowRule rule = drawn(random);
      covered += check(rule, forwards(rule, random)).size();
      covered += check(rule, backwards(rule, random)).size();
      covered += check(rule, atRandom(rule, random)).size();
    }
    assertThat(covered).isBetween(RULES * QUESTIONS / 10, RULES * QUESTIONS * 3);
  }

  @Test
  void beginningsAndEndsAreAnsweredForToTheMillisecondAtEveryWindow() {
    Random random = new Random(12);
    for (int round = 0; round < RULES; round++) {
      WindowRule rule = drawn(random);
      RecurringWindows windows = new RecurringWindows(rule);
      List<TimeWindow> all = oneByOne(rule, endLocal(rule));
      for (TimeWindow window : all.subList(0, Math.min(all.size(), 40))) {
        for (long edge : new long[] {window.fromMillis(), window.untilMillis()}) {
          assertThat(windows.covering(edge - 1)).isEqualTo(lastCovering(all, edge - 1));
          assertThat(windows.covering(edge)).isEqualTo(lastCovering(all, edge));
        }
      }
    }
  }

  private static IntToLongFunction forwards(WindowRule rule, Random random) {
    int most = SPAN_DAYS / QUESTIONS;
    long[] time = {begin(rule) - DAY_MILLIS};
    return question -> time[0] += random.nextLong(most * DAY_MILLIS);
  }

  private static IntToLongFunction backwards(WindowRule rule, Random random) {
    int most = SPAN_DAYS / QUESTIONS;
    long[] time = {begin(rule) + SPAN_DAYS * DAY_MILLIS};
    return question -> time[0] -= random.nextLong(most * DAY_MILLIS);
  }

  private static IntToLongFunction atRandom(WindowRule rule, Random random) {
    return question -> begin(rule) + random.nextLong(-10 * DAY_MILLIS, SPAN_DAYS * DAY_MILLIS);
  }

  /** The windows that were answered with. */
  private static List<TimeWindow> check(WindowRule rule, IntToLongFunction times) {
    RecurringWindows windows = new RecurringWindows(rule);
    List<TimeWindow> all = oneByOne(rule, endLocal(rule));
    return IntStream.range(0, QUESTIONS)
        .mapToLong(times)
        .mapToObj(
            time -> {
              TimeWindow answer = windows.covering(time);
              assertThat(answer).as("%s at %d", rule, time).isEqualTo(lastCovering(all, time));
              return answer;
            })
        .filter(answer -> answer != null)
        .toList();
  }

  private static TimeWindow lastCovering(List<TimeWindow> all, long time) {
    TimeWindow last = null;
    for (TimeWindow window : all) {
      if (window.covers(time) && (last == null || window.untilMillis() > last.untilMillis())) {
        last = window;
      }
    }
    return last;
  }

  private static long begin(WindowRule rule) {
    return WindowRule.number(rule.first());
  }

  private static long endLocal(WindowRule rule) {
    return begin(rule) + (SPAN_DAYS + 10) * DAY_MILLIS;
  }

  /** A rule that a pipeline file may have. */
  private static WindowRule drawn(Random random) {
    while (true) {
      WindowRule rule = attempt(random);
      RuleSurvey survey = RuleSurvey.of(rule);
      boolean right =
          rule.first().equals(survey.first())
              && survey.lostAfter() == null
              && (survey.closest() == null || rule.length().compareTo(survey.closest()) <= 0);
      if (right) {
        return rule;
      }
    }
  }

  private static WindowRule attempt(Random random) {
    String text = text(random);
    LocalDateTime about =
        LocalDateTime.of(2009, 1, 1, 0, 0)
            .plusDays(random.nextInt(8_000))
            .plusMinutes(30L * random.nextInt(48));
    ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    RuleSurvey survey = RuleSurvey.of(new WindowRule(text, about, zone, Duration.ofHours(1)));
    LocalDateTime first = survey.first() == null ? about : survey.first();
    long most = survey.closest() == null ? 1_000 : survey.closest().toMinutes();
    return new WindowRule(text, first, zone, Duration.ofMinutes(1 + random.nextLong(most)));
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder("FREQ=");
    text.append(List.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY").get(random.nextInt(4)));
    if (random.nextBoolean()) {
      text.append(";INTERVAL=").append(1 + random.nextInt(4));
    }
    if (random.nextBoolean()) {
      text.append(";BYDAY=").append(some(DAYS, random));
      if (random.nextInt(4) == 0) {
        text.append(";BYSETPOS=").append(random.nextBoolean() ? "1" : "-1");
      }
    }
    if (random.nextInt(3) == 0) {
      text.append(";BYMONTH=").append(some(List.of("1", "3", "6", "10", "12"), random));
    }
    if (random.nextInt(3) == 0) {
      text.append(";BYHOUR=").append(some(List.of("0", "2", "3", "12"), random));
    }
    switch (random.nextInt(6)) {
      case 0 -> text.append(";COUNT=").append(1 + random.nextInt(50));
      case 1 -> text.append(";UNTIL=20250330T013000Z");
      default -> {}
    }
    return text.toString();
  }

  private static String some(List<String> words, Random random) {
    return words.stream()
        .filter(word -> random.nextInt(words.size()) < 2 || word.equals(words.get(0)))
        .collect(Collectors.joining(","));
  }
}
