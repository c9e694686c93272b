package dev.kilter.tools.replay;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The options that say what is replayed. */
public final class InputOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings, files of bare events, or with --mapping CSV; merged by time.")
  private List<Path> files;

  @Mixin private ReadingOptions reading;

  /** The files to read. */
  public RecordedFiles files() {
    return reading.files(files);
  }
}
