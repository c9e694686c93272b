package dev.kilter.job.config;

import static dev.kilter.job.config.PipelineFiles.LEAST;
import static dev.kilter.job.config.PipelineFiles.problems;
import static dev.kilter.job.config.PipelineFiles.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.feedback.FeedbackRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedbackRulesTest {

  @Test
  void withoutRulesThereAreSensibleOnes() {
    assertThat(rule("")).isEqualTo(FeedbackRule.standard());
  }

  @Test
  void everyKeyIsMapped() {
    assertThat(rule("feedback: {most: 3, step: 1.5, new-normal: {sequences: 100, most: 6}}"))
        .isEqualTo(new FeedbackRule(3, 1.5, 100, 6));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "most: 0.9 | feedback.most is \"0.9\"; it must be how many times a threshold, at least 1",
        "step: -1 | feedback.step is \"-1\"; it must be how many times a threshold, at least 1",
        "new-normal: {most: 0} | feedback.new-normal.most is \"0\"; it must be a number of deviations"
            + " above 0, such as 10",
        "new-normal: {sequences: 7} | feedback.new-normal.sequences is \"7\"; it must be a whole"
            + " number from 8 to 100000",
        "mood: good | unknown key detectors[0].feedback.mood; known here are [new-normal, most, step]",
      })
  void whatCannotBeIsRefused(String rule, String problem) {
    assertThat(problems(with("feedback: {" + rule + "}")))
        .singleElement()
        .asString()
        .endsWith(problem);
  }

  private static FeedbackRule rule(String text) {
    return read(with(text)).detectors().get(0).feedback();
  }

  private static String with(String text) {
    return LEAST.replace(
        "model: flat/1}", "model: flat/1" + (text.isEmpty() ? "" : ", " + text) + "}");
  }
}
