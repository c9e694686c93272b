package dev.kilter.tools.simulate;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The fault catalogue for people to read. */
final class CatalogueTable {
  private CatalogueTable() {}

  static void print(PrintWriter out) {
    for (FaultKind kind : FaultCatalogue.KINDS) {
      out.printf("%-16s %s%n", kind.name(), kind.description());
      out.printf("%-16s   %s%n", "", effects(kind));
    }
    out.println();
    out.printf("size: %s; each as likely%n", sizes());
    out.printf("noise: %s%n", noises());
    out.println(
        "The size is the deviation of the first channel on the plateau, in multiples of its noise; the");
    out.println(
        "others deviate by the given part of it, in multiples of theirs (~: flutter by it). A fault lasts");
    out.println("1.5 to 4 hours, grows along its ramp, and its last 10 minutes are the way back.");
  }

  private static String effects(FaultKind kind) {
    String list =
        kind.effects().stream().map(CatalogueTable::effect).collect(Collectors.joining(", "));
    String ramp = String.format(Locale.ROOT, "; ramp %.0f %%", 100 * kind.rampPart());
    return (kind.ofOneSensor() ? "one of " : "") + list + ramp;
  }

  private static String effect(Effect effect) {
    return switch (effect.response()) {
      case RUNNING, ALWAYS, HEAT ->
          String.format(Locale.ROOT, "%s %+.2f", effect.channelName(), effect.share());
      case ROUGH -> String.format(Locale.ROOT, "%s ~%.2f", effect.channelName(), effect.share());
      case HOLD -> effect.channelName();
    };
  }

  private static String sizes() {
    return Arrays.stream(FaultSize.values())
        .map(size -> String.format(Locale.ROOT, "%s %.0f", size.words(), size.inNoise()))
        .collect(Collectors.joining(", "));
  }

  private static String noises() {
    return Plant.CHANNELS.stream()
        .map(c -> String.format(Locale.ROOT, "%s %.2f %s", c.name(), c.noise(), c.unit()))
        .collect(Collectors.joining(", "));
  }
}
