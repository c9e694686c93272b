package dev.kilter.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** CSV records of which a line at least is no event. */
final class MalformedCsv implements MalformedRecords {
  private static final long serialVersionUID = 1L;
  private static final int KINDS = 9;
  private static final String GOOD = "1970-01-01T00:00:01Z;pump-1;1;;99\n";

  @Override
  public byte[] value(long number) {
    Random random = new Random(number * 0x9E37_79B9_7F4A_7C15L);
    return switch ((int) (number % KINDS)) {
      case 0 -> bytes(GOOD.substring(0, 1 + random.nextInt(GOOD.length() - 5)));
      case 1 -> bytes("1000;pump-1;" + wrong(random) + ";;99");
      case 2 -> bytes(GOOD + "1000;pump-1;1;;99;1");
      case 3 -> bytes(GOOD + "1000;\"pump-1;1;;99");
      case 4 -> notUtf8();
      case 5 -> bytes("1000;pump-1;1e999;;99");
      case 6 -> bytes(GOOD + "soon;pump-1;1;;99");
      case 7 -> new byte[0];
      default -> null;
    };
  }

  private static String wrong(Random random) {
    String[] wrong = {"hot", "1d", "0x1p3", "1,5", "--1", "1 2", "Infinity", "[1]"};
    return wrong[random.nextInt(wrong.length)];
  }

  private static byte[] notUtf8() {
    byte[] bytes = bytes(GOOD);
    bytes[GOOD.indexOf("pump")] = (byte) 0xFF;
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
