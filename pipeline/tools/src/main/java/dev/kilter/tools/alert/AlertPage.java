package dev.kilter.tools.alert;

import dev.kilter.job.kafka.RoundedNumbers;
import dev.kilter.onnx.ModelContract;
import dev.kilter.tools.demo.HumanNumbers;
import dev.kilter.tools.messages.AlertMessage;
import dev.kilter.tools.messages.Paint;
import dev.kilter.tools.messages.Printable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Writes an alert, what it rests on and how it scored again for a person, as wide as there is. */
final class AlertPage {
  private static final String CUT = "…";
  private static final int PICTURE_AT = 57;
  private static final int SMALLEST_PICTURE = 8;
  private static final int LARGEST_PICTURE = 96;
  private static final String HEAD = "%-22s %-8s %10s %10s %7s";

  private final ToldAlert alert;
  private final boolean colour;
  private final int columns;
  private final List<String> lines = new ArrayList<>();

  /**
   * A page.
   *
   * @param colour whether it has colour
   * @param columns the most characters a line may have
   */
  AlertPage(ToldAlert alert, boolean colour, int columns) {
    this.alert = alert;
    this.colour = colour;
    this.columns = columns;
  }

  /** With the second score. */
  List<String> lines(SecondScore second) {
    head();
    add("");
    rows(second);
    add("");
    comparison(second);
    return List.copyOf(lines);
  }

  /** With the reason why there is none. */
  List<String> lines(NotScoredException why) {
    head();
    add("");
    add("It cannot be scored again: " + why.getMessage() + ".");
    return List.copyOf(lines);
  }

  private void head() {
    AlertMessage message = alert.message();
    String severity = message.severity().toUpperCase(Locale.ROOT);
    String begin = message.entity() + "  ";
    String line =
        begin
            + severity
            + "  "
            + message.state().status()
            + (message.state().cause().isEmpty() ? "" : ": " + message.state().cause())
            + "  "
            + message.moment().time();
    lines.add(painted(fitting(line), begin.length(), severity.length()));
    if (!message.summary().isEmpty()) {
      add(message.summary());
    }
    for (AlertMessage.Ill ill : message.health()) {
      add("health: " + ill.words());
    }
    String since = alert.json().path("since").asText();
    add((since.isEmpty() ? "" : "since " + since + ", ") + "opened " + message.moment().opened());
    add(
        "revision %d of incident %s, by detector %s with model %s/%s"
            .formatted(
                alert.revision(),
                alert.incident(),
                message.about().detector(),
                alert.model().name(),
                alert.model().version()));
  }

  private void rows(SecondScore second) {
    int count = second.rows().length();
    add(
        "%d %s from %s to %s"
                .formatted(
                    count,
                    count == 1 ? "row" : "rows",
                    Instant.ofEpochMilli(second.rows().fromMillis()),
                    Instant.ofEpochMilli(second.rows().timeMillis()))
            + (second.filled() == 0 ? "" : "; · was filled in"));
    add(HEAD.formatted("channel", "unit", "observed", "expected", "part"));
    double[] shares = shares(second.score().parts());
    IntStream.range(0, shares.length)
        .boxed()
        .sorted(Comparator.comparingDouble(channel -> -shares[channel]))
        .forEach(channel -> channel(second, channel, shares[channel]));
  }

  private void channel(SecondScore second, int number, double share) {
    ModelContract.Channel channel = second.contract().channels().get(number);
    String line =
        HEAD.formatted(
            cut(channel.name(), 22),
            cut(channel.unit(), 8),
            number(second.rows().newest(number)),
            number(second.score().expected()[number]),
            Math.round(100 * share) + " %");
    int room = Math.min(LARGEST_PICTURE, columns - PICTURE_AT - 6);
    boolean drawn = room >= SMALLEST_PICTURE && second.rows().length() > 1;
    add(drawn ? line + "  " + SparkLine.of(second.rows(), number, room) : line);
  }

  private void comparison(SecondScore second) {
    add("%-10s %14s %14s".formatted("", "in the alert", "scored again"));
    add(line("raw", second.raw()));
    add(line("average", second.average()));
  }

  private static String line(String name, Compared compared) {
    return "%-10s %14s %14s   %s"
        .formatted(name, exact(compared.told()), exact(compared.again()), words(compared));
  }

  private static String words(Compared compared) {
    if (!compared.same()) {
      return String.format(Locale.ROOT, "differs by %.2g %%", 100 * compared.difference());
    }
    return compared.told() == compared.again() || Double.isNaN(compared.told())
        ? "the same"
        : "the same, as far as six digits of the average before it tell";
  }

  /** The share of each channel in the raw score. */
  private static double[] shares(float[] parts) {
    double whole = 0;
    for (float part : parts) {
      whole += part > 0 ? part : 0;
    }
    double[] shares = new double[parts.length];
    for (int channel = 0; channel < parts.length; channel++) {
      shares[channel] = parts[channel] > 0 ? parts[channel] / whole : 0;
    }
    return shares;
  }

  private static String number(float number) {
    return Float.isFinite(number) ? HumanNumbers.significant(number) : "-";
  }

  private static String exact(double number) {
    return Double.isFinite(number) ? RoundedNumbers.json(number).asText() : "-";
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + CUT;
  }

  private void add(String line) {
    lines.add(fitting(line).stripTrailing());
  }

  private String fitting(String line) {
    String printable = Printable.of(line);
    return printable.codePointCount(0, printable.length()) <= columns
        ? printable
        : printable.substring(0, printable.offsetByCodePoints(0, columns - 1)) + CUT;
  }

  private String painted(String line, int from, int length) {
    int to = Math.min(from + length, line.length());
    return colour && from < to
        ? line.substring(0, from)
            + Paint.of(alert.message()).on(line.substring(from, to))
            + line.substring(to)
        : line;
  }
}
