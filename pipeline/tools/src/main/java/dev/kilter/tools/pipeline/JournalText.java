package dev.kilter.tools.pipeline;

import dev.kilter.job.config.JournalPlace;

/** Where it is noted what is in a network, for a person to read. */
final class JournalText {
  private JournalText() {}

  static String of(JournalPlace place) {
    if (place instanceof JournalPlace.Folder folder) {
      return "in " + folder.path() + " of each task manager";
    }
    return place instanceof JournalPlace.Off
        ? "none: a record on which native code crashes is not found out"
        : "in the folder for temporary files of each task manager";
  }
}
