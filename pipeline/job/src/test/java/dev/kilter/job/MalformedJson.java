package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Random;

/**
 * JSON records that are no events, each kind in its own way; the same number makes the same record.
 */
final class MalformedJson implements MalformedRecords {
  private static final long serialVersionUID = 1L;
  private static final int TEN_MEGABYTES = 10 << 20;
  private static final int DEEP = 5_000;
  private static final int KINDS = 9;

  /** Large ones are rare, or nothing else would be tested. */
  private static final int ONE_LARGE_IN = 10_000;

  private transient byte[] large;

  @Override
  public byte[] value(long number) {
    Random random = new Random(number * 0x9E37_79B9_7F4A_7C15L);
    if (number % ONE_LARGE_IN == 0) {
      return large();
    }
    return switch ((int) (number % KINDS)) {
      case 0 -> truncated(random);
      case 1 -> wrongType(random);
      case 2 -> nested(random);
      case 3 -> twice(random);
      case 4 -> notUtf8(random);
      case 5 -> hugeNumber(random);
      case 6 -> noise(random);
      case 7 -> new byte[0];
      default -> null;
    };
  }

  private byte[] large() {
    if (large == null) {
      large = new byte[TEN_MEGABYTES];
      Arrays.fill(large, (byte) '[');
    }
    return large;
  }

  private static byte[] truncated(Random random) {
    byte[] whole = event("\"pump-1\"", "1000", "{\"temperature\": 99}").getBytes(UTF_8);
    return Arrays.copyOf(whole, 1 + random.nextInt(whole.length - 1));
  }

  private static byte[] wrongType(Random random) {
    String[] types = {"true", "[1]", "{}", "\"hot\"", "\"\"", "[[]]"};
    String wrong = types[random.nextInt(types.length)];
    return switch (random.nextInt(3)) {
      case 0 -> event("\"pump-1\"", "1000", "{\"temperature\": " + wrong + "}").getBytes(UTF_8);
      case 1 -> event("[" + wrong + "]", "1000", "{\"temperature\": 1}").getBytes(UTF_8);
      default -> event("\"pump-1\"", wrong, "{\"temperature\": 1}").getBytes(UTF_8);
    };
  }

  private static byte[] nested(Random random) {
    String open = random.nextBoolean() ? "[" : "{\"x\":";
    return ("{\"deep\": " + open.repeat(DEEP + random.nextInt(DEEP))).getBytes(UTF_8);
  }

  private static byte[] twice(Random random) {
    String event =
        random.nextBoolean()
            ? event("\"pump-1\", \"entity\": \"pump-2\"", "1000", "{\"temperature\": 1}")
            : event("\"pump-1\"", "1000", "{\"temperature\": 1, \"temperature\": 99}");
    return event.getBytes(UTF_8);
  }

  private static byte[] notUtf8(Random random) {
    byte[] event = event("\"pump-1\"", "1000", "{\"temperature\": 1}").getBytes(UTF_8);
    int inName = new String(event, UTF_8).indexOf("pump-1");
    event[inName + random.nextInt(5)] = (byte) 0xFF;
    return event;
  }

  private static byte[] hugeNumber(Random random) {
    String number = random.nextBoolean() ? "1e999" : "9".repeat(60 + random.nextInt(400));
    return event("\"pump-1\"", "1000", "{\"temperature\": " + number + "}").getBytes(UTF_8);
  }

  private static byte[] noise(Random random) {
    byte[] noise = new byte[1 + random.nextInt(300)];
    random.nextBytes(noise);
    noise[0] = 'x';
    return noise;
  }

  private static String event(String entity, String time, String values) {
    return "{\"entity\": " + entity + ", \"time\": " + time + ", \"values\": " + values + "}";
  }
}
