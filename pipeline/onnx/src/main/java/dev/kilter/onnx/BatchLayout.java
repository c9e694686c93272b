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
