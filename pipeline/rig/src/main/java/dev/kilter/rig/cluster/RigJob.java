package dev.kilter.rig.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.rig.process.Patience;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.TimeUnit;

/** A job on the cluster. */
public final class RigJob {
  /** A sink that is closed while Kafka does not answer waits for a minute by itself. */
  private static final Patience SAVEPOINT = Patience.seconds(180);

  private static final Patience AT_WORK = Patience.seconds(180);
  private static final Patience END = Patience.seconds(60);
  private static final int SAVEPOINT_TRIES = 5;
  private static final String FAILURE = "failure-cause";

  private final FlinkRest rest;
  private final String id;

  RigJob(FlinkRest rest, String id) {
    this.rest = rest;
    this.id = id;
  }

  public String id() {
    return id;
  }

  /** Its state, such as {@code RUNNING}. */
  public String state() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id).get("state").asText();
  }

  /** Whether it runs and every task of it does. */
  public boolean isAtWork() throws IOException, InterruptedException {
    JsonNode job = rest.get("/jobs/" + id);
    if (!job.get("state").asText().equals("RUNNING")) {
      return false;
    }
    for (JsonNode vertex : job.get("vertices")) {
      if (!vertex.get("status").asText().equals("RUNNING")) {
        return false;
      }
    }
    return true;
  }

  /** The task managers that run a task of it, as Flink names them. */
  public Set<String> taskManagers() throws IOException, InterruptedException {
    Set<String> found = new HashSet<>();
    for (JsonNode vertex : rest.get("/jobs/" + id).get("vertices")) {
      JsonNode tasks = rest.get("/jobs/" + id + "/vertices/" + vertex.get("id").asText());
      tasks.get("subtasks").forEach(task -> found.add(task.get("taskmanager-id").asText()));
    }
    return found;
  }

  /** The share of the last seconds for which its source was held back; 0 where it is not known. */
  public double pressedBack() throws IOException, InterruptedException {
    String source = rest.get("/jobs/" + id).at("/vertices/0/id").asText();
    String metrics = "/jobs/" + id + "/vertices/" + source + "/subtasks/metrics";
    JsonNode found = rest.get(metrics + "?get=backPressuredTimeMsPerSecond");
    return found.path(0).path("max").asDouble() / TimeUnit.SECONDS.toMillis(1);
  }

  /** How many checkpoints have been completed since its last start. */
  public long checkpoints() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + "/checkpoints").at("/counts/completed").asLong();
  }

  /** How many checkpoints have failed since its last start. */
  public long failedCheckpoints() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + "/checkpoints").at("/counts/failed").asLong();
  }

  /** Where the newest checkpoint is kept, also when it has ended. */
  public String newestCheckpoint() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + "/checkpoints").at("/latest/completed/external_path").asText();
  }

  /** How often it has failed and was restarted, since the job manager leads that does. */
  public long restarts() throws IOException, InterruptedException {
    return rest.get("/jobs/" + id + "/exceptions").at("/exceptionHistory/entries").size();
  }

  /** Why it failed last, down to the first cause; or nothing. */
  public Optional<String> lastFailure() throws IOException, InterruptedException {
    JsonNode entries = rest.get("/jobs/" + id + "/exceptions").at("/exceptionHistory/entries");
    return entries
        .path(0)
        .path("stacktrace")
        .asText()
        .lines()
        .filter(line -> !line.startsWith("\t"))
        .reduce((before, cause) -> cause);
  }

  /** How its tasks are, those that run left out. */
  private String tasks() throws IOException, InterruptedException {
    StringJoiner others = new StringJoiner(", ");
    for (JsonNode vertex : rest.get("/jobs/" + id).get("vertices")) {
      String status = vertex.get("status").asText();
      if (!status.equals("RUNNING")) {
        others.add(vertex.get("name").asText() + " " + status);
      }
    }
    return others.length() == 0 ? "and all of its tasks" : others.toString();
  }

  /** How it is, in words, for those who have waited in vain. */
  public String describe() throws InterruptedException {
    try {
      return "the job is %s (%s), and failed last of: %s"
          .formatted(state(), tasks(), lastFailure().orElse("nothing"));
    } catch (IOException e) {
      return "no job manager says how the job is: " + e.getMessage();
    }
  }

  /**
   * Ends it and keeps its state.
   *
   * @return where the savepoint is
   */
  public String stop(Path folder) throws IOException, InterruptedException {
    return save("/stop", FlinkRest.body().put("targetDirectory", folder.toUri().toString()));
  }

  /**
   * Keeps its state, and lets it go on.
   *
   * @return where the savepoint is
   */
  public String save(Path folder) throws IOException, InterruptedException {
    ObjectNode how = FlinkRest.body().put("target-directory", folder.toUri().toString());
    return save("/savepoints", how);
  }

  /** What makes the job restart makes a savepoint fail: then it is asked for once more. */
  private String save(String verb, ObjectNode how) throws IOException, InterruptedException {
    JsonNode operation = askFor(verb, how);
    for (int time = 1; time < SAVEPOINT_TRIES && operation.has(FAILURE); time++) {
      AT_WORK.until("job " + id + " is at work", this::isAtWork);
      operation = askFor(verb, how);
    }
    if (operation.has(FAILURE)) {
      throw new IOException(operation.at("/" + FAILURE + "/stack-trace").asText());
    }
    return operation.get("location").asText();
  }

  private JsonNode askFor(String verb, ObjectNode how) throws IOException, InterruptedException {
    String request = rest.post("/jobs/" + id + verb, how).get("request-id").asText();
    return SAVEPOINT.await(
        "a savepoint of job " + id,
        () ->
            Optional.of(rest.get("/jobs/" + id + "/savepoints/" + request))
                .filter(answer -> answer.at("/status/id").asText().equals("COMPLETED"))
                .map(answer -> answer.get("operation")));
  }

  /** Ends it as it is, and waits until it has ended. */
  public void cancel() throws IOException, InterruptedException {
    rest.patch("/jobs/" + id + "?mode=cancel");
    END.until("job " + id + " ends", () -> state().equals("CANCELED"));
  }
}
