package dev.kilter.rig.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A command of the system that says yes or no. */
public final class SystemCommand {
  private SystemCommand() {}

  /**
   * Runs it.
   *
   * @throws NotPermittedException if it is not there, or refuses
   */
  public static void run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new NotPermittedException(String.join(" ", command) + ": " + said.strip());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new NotPermittedException(String.join(" ", command) + ": interrupted");
    } catch (IOException e) {
      throw new NotPermittedException(String.join(" ", command) + ": " + e.getMessage());
    }
  }
}
