package dev.kilter.tools.replay;

import dev.kilter.tools.recording.csv.Part;
import dev.kilter.tools.simulate.LengthConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options that say how recorded files are read. */
public final class ReadingOptions {
  @Option(
      names = "--mapping",
      paramLabel = "MAPPING.yaml",
      description = "The files are CSV; this says how to read them.")
  private Path mapping;

  @Option(
      names = "--part",
      paramLabel = "all|training|rest",
      defaultValue = "all",
      converter = PartConverter.class,
      description = "Of CSV files all rows, those for training or the rest (${DEFAULT-VALUE}).")
  private Part part;

  @Option(
      names = "--lateness",
      paramLabel = "TIME",
      defaultValue = "1h",
      converter = LengthConverter.class,
      description = "How far time may go back within a file (${DEFAULT-VALUE}).")
  private Duration lateness;

  /** These files, read so. */
  public RecordedFiles files(List<Path> files) {
    return new RecordedFiles(
        files.stream().map(Path::toString).toList(),
        mapping == null ? null : mapping.toString(),
        part,
        lateness);
  }

  /** Reads a part by its name in small letters. */
  static final class PartConverter implements ITypeConverter<Part> {
    @Override
    public Part convert(String text) {
      return switch (text) {
        case "all" -> Part.ALL;
        case "training" -> Part.TRAINING;
        case "rest" -> Part.REST;
        default -> throw new TypeConversionException("'" + text + "' is not all, training or rest");
      };
    }
  }
}
