package dev.kilter.tools.replay;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Comparator;

/**
 * One line of a result file, with what it is ordered by.
 *
 * @param timeMillis event time
 * @param detector the detector, or empty where there is none
 * @param entity the entity, or empty where there is none
 * @param number what tells lines of one instant apart: a revision, an offset
 * @param json the line as UTF-8, without its end
 */
record ResultLine(long timeMillis, String detector, String entity, long number, byte[] json) {
  /** The order of every result file, whatever the parallelism was. */
  static final Comparator<ResultLine> ORDER =
      Comparator.comparingLong(ResultLine::timeMillis)
          .thenComparing(ResultLine::detector)
          .thenComparing(ResultLine::entity)
          .thenComparingLong(ResultLine::number)
          .thenComparing(ResultLine::json, java.util.Arrays::compare);

  void write(DataOutputStream out) throws IOException {
    out.writeLong(timeMillis);
    out.writeUTF(detector);
    out.writeUTF(entity);
    out.writeLong(number);
    out.writeInt(json.length);
    out.write(json);
  }

  /** The next line, or null at the end. */
  static ResultLine read(DataInputStream in) throws IOException {
    long time;
    try {
      time = in.readLong();
    } catch (EOFException end) {
      return null;
    }
    String detector = in.readUTF();
    String entity = in.readUTF();
    long number = in.readLong();
    return new ResultLine(time, detector, entity, number, in.readNBytes(in.readInt()));
  }
}
