package dev.kilter.rig.events;

import dev.kilter.tools.simulate.Delivery;
import dev.kilter.tools.simulate.Reading;
import dev.kilter.tools.simulate.Simulation;
import dev.kilter.tools.simulate.SimulationPlan;
import dev.kilter.tools.simulate.Transmission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Events that are the same whenever they are made of the same seed.
 *
 * @param deliveries the records, in the order in which they are sent
 * @param perSecond how many of them are sent in a second
 */
public record Load(List<Delivery> deliveries, int perSecond) {
  private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
  private static final Duration PERIOD = Duration.ofSeconds(10);
  private static final double FAULTS = 2.5;
  private static final int RUBBISH_EVERY = 97;
  private static final byte[] RUBBISH = "{\"entity\": \"pump-".getBytes(StandardCharsets.UTF_8);

  /**
   * An entity beside the pumps, which no detector judges unless {@link PipelineText#withCrashing}
   * has one that does. Native code crashes on one of its rows then.
   */
  public static final String DEADLY = "deadly-1";

  private static final double DEADLY_VALUE = 666;
  private static final double SOUND_VALUE = 1;
  private static final double DEADLY_AT = 0.4;

  /** So many partitions the events topic has. */
  public static final int PARTITIONS = 4;

  /** Makes sure that nobody changes them. */
  public Load {
    deliveries = List.copyOf(deliveries);
  }

  /**
   * A fleet of pumps, each of which sends as many events as it takes; some records are rubbish, and
   * one of {@link #DEADLY} is deadly to some networks.
   *
   * @param lasting for how long events are sent
   */
  public static Load pumps(int pumps, int perSecond, Duration lasting, long seed) {
    long rows = lasting.toSeconds() * perSecond / pumps;
    Duration length = PERIOD.multipliedBy(rows);
    Transmission transmission = Transmission.clean();
    List<Delivery> deliveries = new ArrayList<>();
    long sent = 0;
    for (Reading reading :
        new Simulation(new SimulationPlan(pumps, FROM, length, PERIOD, FAULTS, seed))) {
      if (sent % pumps == 0) {
        boolean deadly = sent / pumps == (long) (rows * DEADLY_AT);
        deliveries.add(beside(reading.timeMillis(), deadly ? DEADLY_VALUE : SOUND_VALUE));
      }
      deliveries.addAll(transmission.take(reading));
      sent++;
      if (sent % RUBBISH_EVERY == 0) {
        deliveries.add(new Delivery(reading.entity(), reading.timeMillis(), RUBBISH));
      }
    }
    return new Load(deliveries, perSecond);
  }

  private static Delivery beside(long timeMillis, double value) {
    String event =
        "{\"entity\":\"%s\",\"time\":%d,\"values\":{\"temperature\":%s,\"vibration\":1}}"
            .formatted(DEADLY, timeMillis, value);
    return new Delivery(DEADLY, timeMillis, event.getBytes(StandardCharsets.UTF_8));
  }

  /** Where its rubbish lies in the events topic, as {@code partition-offset}. */
  public Set<String> rubbish() {
    Set<String> places = new HashSet<>();
    long[] offsets = new long[PARTITIONS];
    for (Delivery delivery : deliveries) {
      int partition = partition(delivery);
      if (delivery.value() == RUBBISH) {
        places.add(partition + "-" + offsets[partition]);
      }
      offsets[partition]++;
    }
    return places;
  }

  /** Events of one entity are in one partition, always the same. */
  static int partition(Delivery delivery) {
    return Math.floorMod(delivery.entity().hashCode(), PARTITIONS);
  }
}
