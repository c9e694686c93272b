package dev.kilter.job.kafka;

import dev.kilter.alert.CarriedEvidence;
import dev.kilter.alert.Evidence;
import dev.kilter.alert.MovedChannel;
import dev.kilter.sequence.OffsetRange;
import dev.kilter.sequence.ToldCells;
import dev.kilter.sequence.ToldRows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What alerts rest on, as the tests of this package need it. */
final class Evidences {
  private static final long[] ALL_THERE_ARE = {};
  private static final OffsetRange OFFSETS = new OffsetRange(3, 1841, 1872);

  private Evidences() {}

  /** Of everything something. */
  static Evidence full() {
    ToldRows lead =
        new ToldRows(
            Alerts.TIME - 9_000,
            Alerts.TIME - 1_000,
            3,
            new long[] {0, 5_000, 8_000},
            List.of(new OffsetRange(0, 1, 3)),
            List.of(cells("flow", 2)),
            List.of(cells("vibration", 0)));
    return new Evidence(
        new ToldRows(
            Alerts.TIME,
            Alerts.TIME,
            1,
            ALL_THERE_ARE,
            List.of(OFFSETS, new OffsetRange(12, 7, 7)),
            List.of(cells("vibration", 1, 2, 5), cells("flow", 0)),
            List.of(cells("vibration", 0, 3))),
        10.2,
        9.1,
        List.of(new MovedChannel("vibration", 1.2345678f, 1e-7f)),
        new CarriedEvidence(new float[] {1.1f, -2.25e-8f, 0, 3e7f}, lead));
  }

  /** Of a history that has just begun. */
  static Evidence atTheBegin() {
    return new Evidence(
        new ToldRows(
            Alerts.TIME, Alerts.TIME, 1, ALL_THERE_ARE, List.of(OFFSETS), List.of(), List.of()),
        10.2,
        Double.NaN,
        List.of(),
        new CarriedEvidence(new float[0], null));
  }

  /** So much that no alert has room for it. */
  static Evidence large() {
    int[] rows = IntStream.range(0, 20_000).toArray();
    float[] values = new float[rows.length];
    Arrays.fill(values, 1.2345678f);
    return new Evidence(
        new ToldRows(
            Alerts.TIME - 9_000,
            Alerts.TIME,
            20_000,
            ALL_THERE_ARE,
            List.of(OFFSETS),
            List.of(new ToldCells("vibration", rows, values)),
            List.of()),
        10.2,
        9.1,
        List.of(new MovedChannel("vibration", 2, 3)),
        null);
  }

  private static ToldCells cells(String name, int... rows) {
    float[] values = new float[rows.length];
    for (int place = 0; place < rows.length; place++) {
      values[place] = place == 1 ? Float.NaN : 0.1f + rows[place] / 3f;
    }
    return new ToldCells(name, rows, values);
  }
}
