package dev.kilter.tools.simulate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;

/**
 * The way data really takes: late, out of order, doubled, irregular, partly missing, one channel
 * per message, and sometimes rubbish. What a reading says stays as it is, and each of its messages
 * keeps a time within the cell of ten seconds that the reading is from.
 */
public final class MessyTransmission implements Transmission {
  private static final long CELL_MILLIS = 10_000;
  private static final int MOST_DELAY_MILLIS = 3_500;
  private static final int MOST_SECOND_DELAY_MILLIS = 1_000;
  private static final long MINUTE_MILLIS = 60_000;
  private static final long OUTAGE_MILLIS = 2 * MINUTE_MILLIS;

  /** Readings of one row come in any order, and each may have a time before its own. */
  private static final long HORIZON_MILLIS = 2 * CELL_MILLIS;

  private final long seed;
  private final Mess mess;
  private final Map<String, Random> chance = new HashMap<>();
  private final Map<String, Long> outages = new HashMap<>();
  private final PriorityQueue<Delivery> onTheWay =
      new PriorityQueue<>(Comparator.comparingLong(Delivery::atMillis));

  /** A way on which chance is decided by a seed. */
  public MessyTransmission(long seed) {
    this(seed, Mess.STANDARD);
  }

  MessyTransmission(long seed, Mess mess) {
    this.seed = seed;
    this.mess = mess;
  }

  @Override
  public List<Delivery> take(Reading reading) {
    Random random = chance.computeIfAbsent(reading.entity(), this::chanceOf);
    if (!isOut(reading, random)) {
      send(reading, random);
    }
    List<Delivery> arrived = new ArrayList<>();
    while (!onTheWay.isEmpty()
        && onTheWay.peek().atMillis() <= reading.timeMillis() - HORIZON_MILLIS) {
      arrived.add(onTheWay.poll());
    }
    return arrived;
  }

  @Override
  public List<Delivery> rest() {
    List<Delivery> rest = new ArrayList<>();
    while (!onTheWay.isEmpty()) {
      rest.add(onTheWay.poll());
    }
    return rest;
  }

  private Random chanceOf(String entity) {
    return RandomStream.TRANSMISSION.of(seed, entity.hashCode());
  }

  private boolean isOut(Reading reading, Random random) {
    if (random.nextInt(10_000) < mess.outages()) {
      outages.put(reading.entity(), reading.timeMillis() + OUTAGE_MILLIS);
    }
    return reading.timeMillis() < outages.getOrDefault(reading.entity(), Long.MIN_VALUE);
  }

  private void send(Reading reading, Random random) {
    Reading partial = withoutSome(reading, random);
    if (hundred(random) < mess.split()) {
      for (int channel = 0; channel < partial.values().length; channel++) {
        sendChannel(partial, channel, random);
      }
    } else {
      long time = timeInCell(reading, random);
      Reading moved = new Reading(reading.entity(), time, partial.values());
      send(reading.entity(), time, ReadingJson.encode(moved), random);
    }
    if (hundred(random) < mess.rubbish()) {
      byte[] rubbish = ("{\"entity\":\"" + reading.entity()).getBytes(StandardCharsets.UTF_8);
      send(reading.entity(), reading.timeMillis(), rubbish, random);
    }
  }

  private void sendChannel(Reading reading, int channel, Random random) {
    double value = reading.values()[channel];
    if (!Double.isNaN(value)) {
      long time = timeInCell(reading, random);
      byte[] json = ReadingJson.encodeChannel(reading.entity(), time, channel, value);
      send(reading.entity(), time, json, random);
    }
  }

  private Reading withoutSome(Reading reading, Random random) {
    double[] values = reading.values().clone();
    for (int channel = 0; channel < values.length; channel++) {
      if (hundred(random) < mess.missing()) {
        values[channel] = Double.NaN;
      }
    }
    boolean nothingLeft = Arrays.stream(values).allMatch(Double::isNaN);
    return nothingLeft ? reading : new Reading(reading.entity(), reading.timeMillis(), values);
  }

  private static long timeInCell(Reading reading, Random random) {
    long begin = Math.floorDiv(reading.timeMillis(), CELL_MILLIS) * CELL_MILLIS;
    return begin + random.nextInt((int) CELL_MILLIS);
  }

  private void send(String entity, long timeMillis, byte[] value, Random random) {
    boolean tooLate = hundred(random) < mess.tooLate();
    long delay =
        tooLate
            ? MINUTE_MILLIS + random.nextInt((int) (4 * MINUTE_MILLIS))
            : random.nextInt(MOST_DELAY_MILLIS);
    onTheWay.add(new Delivery(entity, timeMillis + delay, value));
    if (hundred(random) < mess.doubled()) {
      long again = delay + random.nextInt(MOST_SECOND_DELAY_MILLIS);
      onTheWay.add(new Delivery(entity, timeMillis + again, value));
    }
  }

  private static int hundred(Random random) {
    return random.nextInt(100);
  }
}
