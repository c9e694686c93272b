package dev.kilter.job.resume;

import java.util.ArrayList;
import java.util.List;

/** What becomes of what is known of the channels: it is kept by their names. */
final class ChannelFates {
  private ChannelFates() {}

  static List<Fate> of(List<String> before, List<String> now) {
    List<Fate> fates = new ArrayList<>();
    for (String channel : now) {
      fates.add(
          before.contains(channel)
              ? Fate.kept(part(channel), "its last values and its health, by its name")
              : Fate.anew(part(channel), "is new: begins with its next value"));
    }
    for (String channel : before) {
      if (!now.contains(channel)) {
        fates.add(
            Fate.dropped(
                part(channel),
                "is not in the file: its health, and its values in events that wait"));
      }
    }
    return fates;
  }

  private static String part(String channel) {
    return "channel " + channel;
  }
}
