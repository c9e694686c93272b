package dev.kilter.tools.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.job.RowsPlan;
import dev.kilter.job.config.PipelineConfig;
import dev.kilter.onnx.RowContract;
import dev.kilter.sequence.SequencePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Rows as a model that is yet to be trained wants them.
 *
 * @param plan how the pipeline makes them
 * @param header the first line of their file: how they were made
 */
record WantedRows(SequencePlan plan, ResultLine header) {
  private static final int FORMAT = 1;
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * Reads what rows are wanted.
   *
   * @throws UserError when that is not said, or the pipeline has not what they need
   */
  static WantedRows read(Path file, PipelineConfig pipeline) {
    try {
      byte[] json = Files.readAllBytes(file);
      RowContract contract = RowContract.read(json, file.toString());
      ObjectNode header = JSON.createObjectNode().put("kilterRows", FORMAT);
      header.setAll((ObjectNode) JSON.readTree(json));
      return new WantedRows(
          RowsPlan.resolve(pipeline, contract, file.toString()),
          new ResultLine(Long.MIN_VALUE, "", "", 0, JSON.writeValueAsBytes(header)));
    } catch (IOException e) {
      throw new UserError(
          "There is no file " + file + "; --rows-as takes one with the period and the channels.",
          e);
    }
  }

  /** Each row as a line. */
  AlignedRowLines format() {
    return new AlignedRowLines(plan.channels().names());
  }
}
