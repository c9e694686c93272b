package dev.kilter.tools.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A connection that speaks the DevTools protocol: calls with answers, and events kept as they come.
 */
final class DevTools implements WebSocket.Listener {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final long ANSWER_SECONDS = 60;

  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private final List<JsonNode> events = new CopyOnWriteArrayList<>();
  private final StringBuilder message = new StringBuilder();
  private WebSocket socket;

  static DevTools connect(String address) {
    DevTools tools = new DevTools();
    tools.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address), tools)
            .join();
    return tools;
  }

  /**
   * Calls a method and waits for its answer.
   *
   * @param session of a page; null for the browser
   * @param parameters name, value, name, value
   */
  JsonNode call(String session, String method, Object... parameters) {
    ObjectNode call = JSON.createObjectNode();
    call.put("id", lastId.incrementAndGet()).put("method", method);
    if (session != null) {
      call.put("sessionId", session);
    }
    ObjectNode named = call.putObject("params");
    for (int i = 0; i < parameters.length; i += 2) {
      named.set((String) parameters[i], JSON.valueToTree(parameters[i + 1]));
    }
    JsonNode answer = answer(call);
    if (answer.has("error")) {
      throw new AssertionError(method + ": " + answer.get("error"));
    }
    return answer.get("result");
  }

  private JsonNode answer(ObjectNode call) {
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(call.get("id").intValue(), answer);
    socket.sendText(call.toString(), true).join();
    return answer.orTimeout(ANSWER_SECONDS, TimeUnit.SECONDS).join();
  }

  /** The parameters of the events of a page so far, by method. */
  List<JsonNode> events(String session, String method) {
    return events.stream()
        .filter(event -> event.path("sessionId").asText().equals(session))
        .filter(event -> event.path("method").asText().equals(method))
        .map(event -> event.get("params"))
        .toList();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
    message.append(part);
    if (last) {
      take(message.toString());
      message.setLength(0);
    }
    from.request(1);
    return null;
  }

  private void take(String text) {
    try {
      JsonNode json = JSON.readTree(text);
      if (json.has("id")) {
        waiting.remove(json.get("id").intValue()).complete(json);
      } else {
        events.add(json);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
