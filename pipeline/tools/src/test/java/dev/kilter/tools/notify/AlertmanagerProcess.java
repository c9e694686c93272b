package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kilter.tools.Installed;
import dev.kilter.tools.embedded.FreePort;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A real Alertmanager, alone, that tells nobody. */
final class AlertmanagerProcess implements AutoCloseable {
  private static final List<String> NAMES = List.of("prometheus-alertmanager", "alertmanager");
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final HttpClient client = HttpClient.newHttpClient();
  private final Process process;
  private final String address;

  private AlertmanagerProcess(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /**
   * Starts the one that is installed; skips the test if there is none, but not where CI runs.
   *
   * @param folder an empty folder
   */
  static AlertmanagerProcess start(Path folder) throws Exception {
    Path program =
        Installed.require(
            NAMES,
            "No Alertmanager is installed, so nobody asked one what it makes of alerts:"
                + " apt install prometheus-alertmanager");
    Path config =
        Files.writeString(
            folder.resolve("alertmanager.yml"),
            "route: {receiver: nobody}\nreceivers: [{name: nobody}]\n");
    String listens = "127.0.0.1:" + FreePort.find();
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--config.file=" + config,
                "--storage.path=" + folder.resolve("data"),
                "--web.listen-address=" + listens,
                "--cluster.listen-address=")
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("alertmanager.log").toFile())
            .start();
    AlertmanagerProcess started = new AlertmanagerProcess(process, "http://" + listens);
    started.awaitReady();
    return started;
  }

  String address() {
    return address;
  }

  /** Asks for its alerts until they are as they should be. */
  JsonNode await(Predicate<JsonNode> condition) throws IOException, InterruptedException {
    long begin = System.nanoTime();
    JsonNode alerts = alerts();
    while (!condition.test(alerts)) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new AssertionError("after a minute its alerts are " + alerts);
      }
      alerts = alerts();
    }
    return alerts;
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 20, TimeUnit.SECONDS).join().destroyForcibly();
  }

  private JsonNode alerts() throws IOException, InterruptedException {
    return JSON.readTree(get("/api/v2/alerts").body());
  }

  private void awaitReady() throws IOException, InterruptedException {
    long begin = System.nanoTime();
    while (!isReady()) {
      if (!process.isAlive() || System.nanoTime() - begin > PATIENCE_NANOS) {
        close();
        throw new AssertionError("the Alertmanager did not start");
      }
      Thread.onSpinWait();
    }
  }

  private boolean isReady() throws IOException, InterruptedException {
    try {
      return get("/-/ready").statusCode() == 200;
    } catch (ConnectException e) {
      return false;
    }
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(address + path)).build();
    return client.send(request, BodyHandlers.ofString());
  }
}
