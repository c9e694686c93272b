package dev.kilter.rig.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Flink's REST interface: any job manager that lives answers for the one that leads. */
final class FlinkRest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration ANSWER = Duration.ofSeconds(20);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final int REFUSED = 400;
  private static final String BOUNDARY = "kilter-rig";

  private final Supplier<List<URI>> jobManagers;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(CONNECT).build();

  /**
   * For these job managers.
   *
   * @param jobManagers the addresses of those that live
   */
  FlinkRest(Supplier<List<URI>> jobManagers) {
    this.jobManagers = jobManagers;
  }

  /** Whether this job manager answers. */
  boolean isAnswering(URI manager) throws InterruptedException {
    try {
      send(manager, "/overview", HttpRequest.newBuilder().GET());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  JsonNode get(String path) throws IOException, InterruptedException {
    return ask(path, HttpRequest.newBuilder().GET());
  }

  JsonNode post(String path, ObjectNode body) throws IOException, InterruptedException {
    return ask(
        path,
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  JsonNode patch(String path) throws IOException, InterruptedException {
    return ask(path, HttpRequest.newBuilder().method("PATCH", HttpRequest.BodyPublishers.noBody()));
  }

  static ObjectNode body() {
    return JSON.createObjectNode();
  }

  /**
   * Uploads a jar to one job manager, has that run it, and has it forget the jar.
   *
   * @return the answer to the second
   */
  JsonNode run(Path jar, ObjectNode how) throws IOException, InterruptedException {
    URI manager = jobManagers.get().get(0);
    HttpRequest.Builder upload =
        HttpRequest.newBuilder()
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
            .POST(HttpRequest.BodyPublishers.ofByteArray(multipart(jar)));
    String file = send(manager, "/jars/upload", upload).get("filename").asText();
    String id = file.substring(file.lastIndexOf('/') + 1);
    HttpRequest.Builder run =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(how.toString()));
    JsonNode answer = send(manager, "/jars/" + id + "/run", run);
    send(manager, "/jars/" + id, HttpRequest.newBuilder().DELETE());
    return answer;
  }

  private static byte[] multipart(Path jar) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head =
        "--%s\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\"%s\"\r\nContent-Type:"
            + " application/x-java-archive\r\n\r\n";
    bytes.write(head.formatted(BOUNDARY, jar.getFileName()).getBytes(StandardCharsets.UTF_8));
    Files.copy(jar, bytes);
    bytes.write(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return bytes.toByteArray();
  }

  private JsonNode ask(String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    IOException last = new IOException("no job manager lives");
    for (URI manager : jobManagers.get()) {
      try {
        return send(manager, path, request);
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private JsonNode send(URI manager, String path, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        http.send(
            request.uri(manager.resolve(path)).timeout(ANSWER).build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= REFUSED) {
      throw new IOException(path + " was answered " + answer.statusCode() + ": " + answer.body());
    }
    return JSON.readTree(answer.body());
  }
}
