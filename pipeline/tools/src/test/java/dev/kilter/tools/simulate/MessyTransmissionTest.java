package dev.kilter.tools.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class MessyTransmissionTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final SimulationPlan PLAN = Plans.of(3, Duration.ofHours(6), 0, 7);
  private static final Mess NONE = new Mess(0, 0, 0, 0, 0, 0);

  @Test
  void theSameSeedMakesTheSameMess() {
    assertThat(texts(sent(new MessyTransmission(5))))
        .isEqualTo(texts(sent(new MessyTransmission(5))));
    assertThat(texts(sent(new MessyTransmission(5))))
        .isNotEqualTo(texts(sent(new MessyTransmission(6))));
  }

  @Test
  void whatArrivesComesInTheOrderOfItsArrival() {
    assertThat(sent(new MessyTransmission(5))).extracting(Delivery::atMillis).isSorted();
  }

  @Test
  void withoutAMessEveryReadingArrivesOnceInItsCellWithItsValues() throws IOException {
    Set<String> clean = new TreeSet<>();
    for (Reading reading : new Simulation(PLAN)) {
      clean.addAll(values(ReadingJson.encode(reading)));
    }
    Set<String> arrived = new TreeSet<>();
    for (Delivery delivery : sent(new MessyTransmission(5, NONE))) {
      arrived.addAll(values(delivery.value()));
    }
    assertThat(arrived).isEqualTo(clean);
  }

  @Test
  void aReadingSplitByChannelLosesNothing() throws IOException {
    Set<String> whole = new TreeSet<>();
    Set<String> split = new TreeSet<>();
    for (Delivery delivery : sent(new MessyTransmission(5, NONE))) {
      whole.addAll(values(delivery.value()));
    }
    for (Delivery delivery : sent(new MessyTransmission(5, new Mess(100, 0, 0, 0, 0, 0)))) {
      assertThat(JSON.readTree(delivery.value()).has("channel")).isTrue();
      split.addAll(values(delivery.value()));
    }
    assertThat(split).isEqualTo(whole);
  }

  @Test
  void nothingButWhatIsTooLateComesLaterThanFiveSecondsBehindTheNewest() throws IOException {
    long newest = 0;
    for (Delivery delivery : sent(new MessyTransmission(5, new Mess(50, 10, 20, 0, 0, 20)))) {
      long time = timeOf(JSON.readTree(delivery.value()));
      assertThat(newest - time).isLessThanOrEqualTo(5_000);
      newest = Math.max(newest, time);
    }
  }

  @Test
  void eachKindOfMessShows() throws IOException {
    int whole = sent(new MessyTransmission(5, NONE)).size();
    assertThat(sent(new MessyTransmission(5, new Mess(0, 0, 10, 0, 0, 0))))
        .hasSizeBetween((int) (1.05 * whole), (int) (1.15 * whole));
    assertThat(sent(new MessyTransmission(5, new Mess(0, 0, 0, 0, 0, 30))).size())
        .isBetween(whole / 2, (int) (0.99 * whole));
    long rubbish =
        sent(new MessyTransmission(5, new Mess(0, 0, 0, 0, 10, 0))).stream()
            .filter(delivery -> new String(delivery.value(), UTF_8).lastIndexOf('}') < 0)
            .count();
    assertThat(rubbish).isBetween(whole / 20L, whole / 5L);
  }

  private static List<Delivery> sent(Transmission transmission) {
    List<Delivery> sent = new ArrayList<>();
    for (Reading reading : new Simulation(PLAN)) {
      sent.addAll(transmission.take(reading));
    }
    sent.addAll(transmission.rest());
    return sent;
  }

  private static List<String> texts(List<Delivery> deliveries) {
    return deliveries.stream().map(d -> d.atMillis() + new String(d.value(), UTF_8)).toList();
  }

  /** Entity, cell, channel and value of each value in an event. */
  private static Set<String> values(byte[] event) throws IOException {
    JsonNode json = JSON.readTree(event);
    String place = json.path("entity").asText() + " " + timeOf(json) / 10_000 + " ";
    Set<String> values = new HashSet<>();
    if (json.has("channel")) {
      values.add(place + json.path("channel").asText() + " " + json.path("value"));
    }
    for (Map.Entry<String, JsonNode> value : json.path("values").properties()) {
      values.add(place + value.getKey() + " " + value.getValue());
    }
    return values;
  }

  private static long timeOf(JsonNode event) {
    JsonNode time = event.path("time");
    return time.isNumber() ? time.asLong() : Instant.parse(time.asText()).toEpochMilli();
  }
}
