package dev.kilter.onnx;

/**
 * Where the rows of a batch lie in a tensor of three axes.
 *
 * @param timeMajor whether the axes are time, batch, channel rather than batch, time, channel
 * @param batch how many sequences
 * @param length rows in each
 * @param channels values in each row
 */
record BatchLayout(boolean timeMajor, int batch, int length, int channels) {

  /** How what a network says of the batch lies, so many numbers a row. */
  BatchLayout answering(ModelKind kind, int numbers) {
    return new BatchLayout(timeMajor, batch, kind.answerRows(length), numbers);
  }

  long[] shape() {
    return timeMajor ? new long[] {length, batch, channels} : new long[] {batch, length, channels};
  }

  int size() {
    return batch * length * channels;
  }

  /** Where a row of a sequence begins. */
  int at(int time, int index) {
    return (timeMajor ? time * batch + index : index * length + time) * channels;
  }
}
