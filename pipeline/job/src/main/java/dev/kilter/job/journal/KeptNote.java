package dev.kilter.job.journal;

import java.nio.file.Path;

/**
 * A note that a process has left, and the file that keeps it.
 *
 * @param file where it is kept
 * @param note what it says
 */
record KeptNote(Path file, Note note) {}
