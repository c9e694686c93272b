package dev.kilter.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs golden sequences as the pipeline would: whole, or row by row where state is carried. */
final class GoldenRun {
  private final OnnxModel model;
  private final int channels;

  GoldenRun(OnnxModel model) {
    this.model = model;
    this.channels = model.contract().channels().size();
  }

  /**
   * Runs sequences side by side.
   *
   * @return for each sequence what the network gave: once, or with every row, the newest last
   */
  List<List<ModelOutput>> run(List<ModelInput> sequences) throws ModelRunException {
    if (!model.contract().carriesState()) {
      return model.run(sequences).stream().map(List::of).toList();
    }
    List<List<ModelOutput>> given = new ArrayList<>();
    sequences.forEach(sequence -> given.add(new ArrayList<>()));
    for (int row = 0; row < longest(sequences); row++) {
      step(sequences, row, given);
    }
    return given;
  }

  private int longest(List<ModelInput> sequences) {
    return sequences.stream().mapToInt(this::rows).max().orElse(0);
  }

  private void step(List<ModelInput> sequences, int row, List<List<ModelOutput>> given)
      throws ModelRunException {
    List<List<ModelOutput>> places = new ArrayList<>();
    List<ModelInput> rows = new ArrayList<>();
    for (int index = 0; index < sequences.size(); index++) {
      if (row < rows(sequences.get(index))) {
        places.add(given.get(index));
        rows.add(row(sequences.get(index), row, given.get(index)));
      }
    }
    List<ModelOutput> outputs = model.run(rows);
    for (int place = 0; place < outputs.size(); place++) {
      places.get(place).add(outputs.get(place));
    }
  }

  private ModelInput row(ModelInput sequence, int row, List<ModelOutput> before) {
    int from = row * channels;
    return new ModelInput(
        Arrays.copyOfRange(sequence.values(), from, from + channels),
        Arrays.copyOfRange(sequence.mask(), from, from + channels),
        before.isEmpty() ? ModelInput.NO_STATE : before.get(before.size() - 1).state());
  }

  private int rows(ModelInput sequence) {
    return sequence.values().length / channels;
  }
}
