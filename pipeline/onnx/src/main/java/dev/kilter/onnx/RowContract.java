package dev.kilter.onnx;

import dev.kilter.UserError;
import java.time.Duration;
import java.util.List;

/**
 * How a model that is yet to be trained wants its rows: the part of {@code model.json} that says
 * so.
 *
 * @param period the width of a cell of the grid, or null: one row per instant
 * @param channels its channels, in its order, and how each is aligned
 */
public record RowContract(Duration period, List<ModelContract.Channel> channels) {

  /**
   * Reads it from a file's bytes.
   *
   * @param file the file's name, for messages
   * @throws UserError naming what is wrong and what would be right
   */
  public static RowContract read(byte[] json, String file) {
    RowContract contract = ContractReader.read(json, RowContract.class, file);
    AlignmentCheck check = new AlignmentCheck(new Requirements(file));
    check.channels(contract.channels);
    check.period("period", contract.period);
    return contract;
  }

  /** The width of a cell of the grid in milliseconds; 0: one row per instant. */
  public long periodMillis() {
    return period == null ? 0 : period.toMillis();
  }
}
