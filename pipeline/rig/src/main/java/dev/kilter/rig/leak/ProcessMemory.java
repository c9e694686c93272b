package dev.kilter.rig.leak;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a Java process has in memory once its garbage is collected, as Linux and the JDK's jcmd say.
 *
 * @param residentBytes all of it
 * @param metaspaceBytes of that its classes
 * @param nativeCopies so many different files of ONNX Runtime's library it has loaded
 */
record ProcessMemory(long residentBytes, long metaspaceBytes, int nativeCopies) {
  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern METASPACE = Pattern.compile("Metaspace\\s+used (\\d+)K");
  private static final String LIBRARY = "libonnxruntime.so";
  private static final long KIBIBYTE = 1024;
  private static final int COLLECTIONS = 3;

  /**
   * Of this process, or of another of the same user: the least of a few collections, since what has
   * just ended lets go of its classes a little later.
   */
  static ProcessMemory of(long pid) throws IOException, InterruptedException {
    long resident = Long.MAX_VALUE;
    long metaspace = Long.MAX_VALUE;
    for (int collection = 0; collection < COLLECTIONS; collection++) {
      jcmd(pid, "GC.run");
      String status = Files.readString(proc(pid, "status"));
      resident = Math.min(resident, kibibytes(RESIDENT, status));
      metaspace = Math.min(metaspace, kibibytes(METASPACE, jcmd(pid, "GC.heap_info")));
    }
    return new ProcessMemory(resident * KIBIBYTE, metaspace * KIBIBYTE, nativeCopies(pid));
  }

  private static int nativeCopies(long pid) throws IOException {
    try (Stream<String> mapped = Files.lines(proc(pid, "maps"))) {
      return (int)
          mapped
              .filter(line -> line.contains(LIBRARY))
              .map(line -> line.substring(line.indexOf('/')))
              .distinct()
              .count();
    }
  }

  private static Path proc(long pid, String file) {
    return Path.of("/proc", String.valueOf(pid), file);
  }

  private static String jcmd(long pid, String command) throws IOException, InterruptedException {
    List<String> line =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
            String.valueOf(pid),
            command);
    Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(String.join(" ", line) + ": " + said.strip());
    }
    return said;
  }

  private static long kibibytes(Pattern pattern, String said) throws IOException {
    Matcher found = pattern.matcher(said);
    if (!found.find()) {
      throw new IOException("no " + pattern + " in " + said);
    }
    return Long.parseLong(found.group(1));
  }
}
