package dev.kilter.tools.report;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kilter.tools.Installed;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A browser without a window. */
final class Chromium implements AutoCloseable {
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final String LISTENING = "DevTools listening on ";

  private final Process process;
  private final DevTools tools;

  private Chromium(Process process, DevTools tools) {
    this.process = process;
    this.tools = tools;
  }

  /**
   * Starts the browser that is installed. The test is skipped if there is none, but not where CI
   * runs, which must install one.
   *
   * @param profile an empty folder
   */
  static Chromium start(Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                installed().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--force-color-profile=srgb",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile)
            .redirectErrorStream(true)
            .start();
    return new Chromium(process, DevTools.connect(address(process)));
  }

  private static Path installed() {
    return Installed.require(
        NAMES, "No chromium is installed, so nobody looked at the page: apt install chromium");
  }

  /** What the browser prints once it listens; what it prints later is read and forgotten. */
  private static String address(Process process) throws IOException {
    BufferedReader printed = process.inputReader();
    StringBuilder before = new StringBuilder();
    for (String line = printed.readLine(); line != null; line = printed.readLine()) {
      if (line.startsWith(LISTENING)) {
        Thread reader = new Thread(() -> printed.lines().forEach(later -> {}), "chromium");
        reader.setDaemon(true);
        reader.start();
        return line.substring(LISTENING.length());
      }
      before.append(line).append('\n');
    }
    return fail("chromium ended at once:\n" + before);
  }

  /** A new page of 1400 by 1400 pixels that shows a file. */
  BrowserPage open(Path file, String hash) {
    JsonNode target = tools.call(null, "Target.createTarget", "url", "about:blank");
    JsonNode attached =
        tools.call(
            null, "Target.attachToTarget", "targetId", target.get("targetId"), "flatten", true);
    return BrowserPage.open(tools, attached.get("sessionId").asText(), file.toUri() + hash);
  }

  @Override
  public void close() {
    tools.call(null, "Browser.close");
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().destroyForcibly();
  }
}
