package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.QuietTest.quiet;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quiet times that cannot be, and in which words that is said. */
class BadQuietTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // When
        "from: 2026-11-01T02:00Z| until is missing| given, or for in its place, such as for: 4h",
        "from: 2026-11-01T02:00Z, until: 2026-11-01T03:00Z, for: 4h|"
            + " for is there beside until| left out, or until left out",
        "from: 2026-11-01T02:00Z, until: 2026-11-01T02:00Z|"
            + " until is \"2026-11-01T02:00Z\"| after from, \"2026-11-01T02:00Z\"",
        "from: 2026-11-01T02:00Z, until: 2026-11-01T03:00+02:00|"
            + " until is \"2026-11-01T03:00+02:00\"| after from, \"2026-11-01T02:00Z\"",
        "from: 2026-11-01T02:00Z, for: 0s| for is \"0s\"| longer than nothing",
        "from: 2026-11-01T02:00Z, for: 1us| for is \"1us\"| a duration such as 500ms, 5s, 10m or 2h",
        "from: 2026-11-01T02:00:00.0001Z, until: 2026-11-01T02:00:00.0009Z|"
            + " until is \"2026-11-01T02:00:00.0009Z\"| after from,"
            + " \"2026-11-01T02:00:00.0001Z\"",
        "from: 2026-11-01T02:00Z, for: -4h|"
            + " for is \"-4h\"| a duration such as 500ms, 5s, 10m or 2h",
        "from: 2026-11-01T02:00Z, for: 36501d| for is \"36501d\"| at most 36500d",
        "from: soon, for: 4h| from is \"soon\"|"
            + " a time such as 2026-11-01T02:00, or 2026-11-01T02:00Z with its offset",
        "from: 2026-11-01, for: 4h| from is \"2026-11-01\"|"
            + " a time such as 2026-11-01T02:00, or 2026-11-01T02:00Z with its offset",
        "from: 2026-02-30T02:00Z, for: 4h| from is \"2026-02-30T02:00Z\"|"
            + " a time such as 2026-11-01T02:00, or 2026-11-01T02:00Z with its offset",
        "from: 2026-11-01T02:00Z, until: late| until is \"late\"|"
            + " a time such as 2026-11-01T02:00, or 2026-11-01T02:00Z with its offset",
        "from: 1969-12-31T23:00Z, for: 4h|"
            + " from is \"1969-12-31T23:00Z\"| a time from 1970 to 2199",
        "from: 2200-01-01T00:00Z, for: 4h|"
            + " from is \"2200-01-01T00:00Z\"| a time from 1970 to 2199",
        // Zones
        "from: 2026-11-01T02:00, for: 4h| from is \"2026-11-01T02:00\"|"
            + " with its offset, as in 2026-11-01T02:00Z, or zone given, such as Europe/Berlin",
        "from: 2026-11-01T02:00Z, until: 2026-11-01T03:00| until is \"2026-11-01T03:00\"|"
            + " with its offset, as in 2026-11-01T03:00Z, or zone given, such as Europe/Berlin",
        "from: 2026-11-01T02:00, for: 4h, zone: Mars| zone is \"Mars\"|"
            + " a time zone such as UTC, +01:00 or Europe/Berlin",
        // Rules
        "from: 2026-11-01T02:00Z, until: 2026-11-01T03:00Z, repeat: FREQ=DAILY|"
            + " until is \"2026-11-01T03:00Z\"| left out where it is repeated: for says how long each"
            + " lasts, and UNTIL in repeat when the last begins",
        "from: 2026-11-01T02:00:00.5Z, for: 4h, repeat: FREQ=DAILY|"
            + " from is \"2026-11-01T02:00:00.5Z\"| in whole seconds where it is repeated",
        "from: 2026-11-01T02:00Z, for: 4h, repeat: weekly| repeat is \"weekly\"|"
            + " a rule of iCalendar, such as FREQ=WEEKLY;BYDAY=SU: Missing '=' in part 'WEEKLY'",
        "from: 2026-11-01T02:00Z, for: 4h, repeat: FREQ=HOURLY| repeat is \"FREQ=HOURLY\"|"
            + " a rule of FREQ=DAILY, WEEKLY, MONTHLY or YEARLY; several times a day is"
            + " FREQ=DAILY;BYHOUR=0,8,16",
      })
  void everyCheckFires(String keys, String what, String right) {
    assertThat(problems(LEAST + quiet(keys)))
        .containsExactly(":5: quiet[0]." + what + "; it must be " + right);
  }

  @Test
  void aRuleThatNeverHappensIsRefused() {
    assertThat(
            problems(
                LEAST
                    + quiet(
                        "from: 2026-02-28T02:00Z, for: 4h,"
                            + " repeat: \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"")))
        .containsExactly(
            ":5: quiet[0].repeat is \"FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30\"; it must be a rule that"
                + " happens, and no time of this one was found");
  }

  @Test
  void aFirstWindowThatIsNoneOfItsRuleIsRefusedWithTheNextThatIs() {
    assertThat(
            problems(
                LEAST
                    + quiet(
                        "from: 2026-11-02T02:00, for: 4h, repeat: \"FREQ=WEEKLY;BYDAY=SU\","
                            + " zone: Europe/Berlin")))
        .containsExactly(
            ":5: quiet[0].from is \"2026-11-02T02:00\"; it must be when the first window of its rule"
                + " begins, such as 2026-11-08T02:00");
  }

  @Test
  void windowsThatWouldOverlapAreRefused() {
    assertThat(
            problems(
                LEAST
                    + quiet(
                        "from: 2026-11-01T02:00Z, for: 25h, repeat: \"FREQ=WEEKLY;BYDAY=SU,MO\"")))
        .containsExactly(
            ":5: quiet[0].for is \"25h\"; it must be at most 1d: the next window after that of"
                + " 2026-11-01T02:00 would begin before it ends");
  }

  @Test
  void aNameIsGivenOnce() {
    String keys = "from: 2026-11-01T02:00Z, for: 4h";
    assertThat(problems(LEAST + "quiet:\n" + item(keys) + item(keys)))
        .containsExactly(":7: quiet[1].name is \"q\", again; it must be unique in the pipeline");
  }

  @ParameterizedTest
  @CsvSource({"name", "entities", "from"})
  void eachOfTheseMustBeThere(String key) {
    String text = quiet("from: 2026-11-01T02:00Z, for: 4h").replaceAll(key + ": [^,}]*, ?", "");
    assertThat(problems(LEAST + text)).containsExactly(":5: quiet[0]." + key + " is missing");
  }

  @Test
  void aPatternThatNoNameCanMatchIsRefused() {
    String text = quiet("from: 2026-11-01T02:00Z, for: 4h");
    assertThat(problems(LEAST + text.replace("\"pump-*\"", "\" \"")))
        .containsExactly(":5: quiet[0].entities is \" \"; it must be something other than blanks");
    assertThat(problems(LEAST + text.replace("pump-*", "p".repeat(1_001))))
        .containsExactly(
            ":5: quiet[0].entities is too long; it must be at most 1000 characters, as names are");
  }

  @Test
  void aDetectorThatIsNotThereIsRefused() {
    assertThat(
            problems(LEAST + quiet("detectors: [pumps, fans], from: 2026-11-01T02:00Z, for: 4h")))
        .containsExactly(
            ":5: quiet[0].detectors is \"fans\"; it must be of the detectors there are, [pumps]");
  }

  @Test
  void anUnknownKeyIsToldWithTheKnownOnes() {
    assertThat(problems(LEAST + quiet("mood: good, from: 2026-11-01T02:00Z, for: 4h")))
        .containsExactly(
            ":5: unknown key quiet[0].mood; known here are [name, entities, detectors, from, until,"
                + " for, repeat, zone]");
  }

  private static String item(String keys) {
    return "- {name: q, entities: \"pump-*\", " + keys + "}\n";
  }
}
