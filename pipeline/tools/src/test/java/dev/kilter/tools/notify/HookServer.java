package dev.kilter.tools.notify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Predicate;

/** A webhook on this machine that answers as a test wants it, and keeps what it was sent. */
final class HookServer implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 60_000;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Function<Hit, Reply> replies;
  private final List<Hit> hits = new ArrayList<>();

  /**
   * A request.
   *
   * @param id its header ce-id
   * @param key its header Idempotency-Key
   * @param contentType its header Content-Type
   */
  record Hit(String id, String key, String contentType, String body) {}

  /** What it is answered. */
  record Reply(int status, Map<String, String> headers, String body) {
    static Reply of(int status) {
      return new Reply(status, Map.of(), "");
    }
  }

  private HookServer(HttpServer server, Function<Hit, Reply> replies) {
    this.server = server;
    this.replies = replies;
  }

  /** Starts on any free port. */
  static HookServer start(Function<Hit, Reply> replies) throws IOException {
    return start(0, replies);
  }

  static HookServer start(int port, Function<Hit, Reply> replies) throws IOException {
    InetAddress here = InetAddress.getLoopbackAddress();
    HookServer hook =
        new HookServer(HttpServer.create(new InetSocketAddress(here, port), 0), replies);
    hook.server.createContext("/", hook::answer);
    hook.server.setExecutor(hook.threads);
    hook.server.start();
    return hook;
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  /** What came so far, in order. */
  synchronized List<Hit> hits() {
    return List.copyOf(hits);
  }

  /** Waits until what came so far is as it should be. */
  synchronized List<Hit> await(Predicate<List<Hit>> condition) throws InterruptedException {
    long endMillis = System.nanoTime() / 1_000_000 + PATIENCE_MILLIS;
    while (!condition.test(hits)) {
      long left = endMillis - System.nanoTime() / 1_000_000;
      if (left <= 0) {
        throw new AssertionError("after a minute there is only " + hits);
      }
      wait(left);
    }
    return hits();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Hit hit = hit(exchange);
      note(hit);
      Reply reply = replies.apply(hit);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::set);
      exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  private synchronized void note(Hit hit) {
    hits.add(hit);
    notifyAll();
  }

  private static Hit hit(HttpExchange exchange) throws IOException {
    return new Hit(
        exchange.getRequestHeaders().getFirst("ce-id"),
        exchange.getRequestHeaders().getFirst("Idempotency-Key"),
        exchange.getRequestHeaders().getFirst("Content-Type"),
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
  }
}
