package dev.kilter.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kilter.bench.load.EventJson;
import dev.kilter.event.Decoded;
import dev.kilter.event.RecordPosition;
import dev.kilter.job.config.ChannelConfig;
import dev.kilter.job.config.EventFormat;
import dev.kilter.job.decode.EventDecoder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One wide event of eight channels and some 200 bytes: decoded as in production; only run through,
 * token by token, which no decoder on the same parser can beat; and read into a tree, as is usual.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class DecodeBenchmark {
  private static final int EVENTS = 1_024;
  private static final List<String> CHANNELS = EventJson.CHANNELS;
  private static final RecordPosition POSITION = new RecordPosition("sensor-events", 0, 0);

  private final byte[][] events =
      IntStream.range(0, EVENTS).mapToObj(DecodeBenchmark::event).toArray(byte[][]::new);
  private final EventDecoder decoder =
      new EventDecoder(
          EventFormat.standard(
              CHANNELS.stream().map(name -> ChannelConfig.of(name, "", -1e9, 1e9)).toList()),
          Long.MAX_VALUE);
  private final JsonFactory json = new JsonFactory();
  private final ObjectMapper trees = new ObjectMapper();
  private int next;

  /** As in production. */
  @Benchmark
  public List<? extends Decoded> decode() {
    return decoder.decode(POSITION, -1, null, event());
  }

  /** Every token once, no value looked at. */
  @Benchmark
  public int tokens() throws IOException {
    int tokens = 0;
    try (JsonParser parser = json.createParser(event())) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /** A tree, out of which the values would still have to be taken. */
  @Benchmark
  public JsonNode tree() throws IOException {
    return trees.readTree(event());
  }

  private byte[] event() {
    next = (next + 1) % EVENTS;
    return events[next];
  }

  private static byte[] event(int number) {
    StringBuilder event = new StringBuilder("{\"entity\":\"pump-").append(number % 50);
    event.append(
        "\",\"time\":\"2026-03-01T12:%02d:%02d.250Z\",\"values\":{"
            .formatted(number / 60, number % 60));
    for (int channel = 0; channel < CHANNELS.size(); channel++) {
      event.append(channel == 0 ? "" : ",").append('"').append(CHANNELS.get(channel)).append("\":");
      event.append((number * 37 + channel * 1_013) % 10_000 / 100.0);
    }
    return event.append("}}").toString().getBytes(UTF_8);
  }
}
