package dev.kilter.tools.calibrate;

import dev.kilter.UserError;
import dev.kilter.onnx.ModelContract;
import dev.kilter.tools.demo.HumanNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Refuses data that nothing can be calibrated on, and says what is missing. */
record SurveyCheck(NormalData.Survey survey, ModelContract contract) {

  /**
   * Looks at the rows.
   *
   * @throws UserError saying what is missing
   */
  void check() {
    if (survey.rows().rows() == 0) {
      throw new UserError("The normal data have no row of the model's channels" + why());
    }
    neverMeasured();
    longEnough();
  }

  private String why() {
    Reasons unused = survey.unused();
    return unused
        .mostly()
        .map(
            most ->
                ": "
                    + HumanNumbers.grouped(unused.total())
                    + " inputs could not be read, mostly: "
                    + most)
        .orElse(
            ", " + contract.channelNames() + "; look at --normal, --entities and the pipeline file")
        .concat(".");
  }

  private void neverMeasured() {
    List<String> never = new ArrayList<>();
    for (int channel = 0; channel < contract.channels().size(); channel++) {
      if (survey.rows().measured(channel) == 0) {
        never.add(contract.channelNames().get(channel));
      }
    }
    if (!never.isEmpty()) {
      throw new UserError(
          "The normal data have no value of "
              + String.join(", ", never)
              + ": a channel that is never measured cannot be calibrated. Is it called otherwise in"
              + " the recording, or outside its range in the pipeline file?");
    }
  }

  private void longEnough() {
    if (survey.rows().excerpts().newest() != null) {
      return;
    }
    Map.Entry<String, EntityRows> longest =
        survey.rows().entities().entrySet().stream()
            .max(Map.Entry.comparingByValue((a, b) -> Long.compare(a.longestRun, b.longestRun)))
            .orElseThrow();
    long rows = longest.getValue().longestRun;
    int least = contract.sequence().least();
    throw new UserError(
        rows < least
            ? "The normal data are too short: a sequence needs "
                + least
                + " rows that follow on each other, the longest stretch, of "
                + longest.getKey()
                + ", has "
                + rows
                + "; record more, or look at sequence.period and the pipeline's max-gap."
            : "The normal data have no "
                + least
                + " rows in a row in which every channel has a value, as a network without a mask"
                + " needs; look at channels.fill and maximumAge in model.json.");
  }
}
