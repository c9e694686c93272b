package dev.kilter.tools.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.embedded.FreePort;
import dev.kilter.tools.notify.HookServer.Hit;
import dev.kilter.tools.notify.HookServer.Reply;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpPosterTest {
  private static final Duration LONG = Duration.ofMinutes(1);
  private static final Post POST =
      new Post(
          Map.of("ce-id", "a/1", "Idempotency-Key", "a/1", "Content-Type", "application/json"),
          "{\"ü\": 1}".getBytes(StandardCharsets.UTF_8));

  @Test
  void whatIsPostedArrivesAsItIs() throws Exception {
    try (HookServer hook = HookServer.start(hit -> Reply.of(204))) {
      assertThat(answer(hook.address(), Map.of())).isEqualTo(new Answer.Accepted());
      assertThat(hook.hits())
          .containsExactly(new Hit("a/1", "a/1", "application/json", "{\"ü\": 1}"));
    }
  }

  @Test
  void theHeadersOfThePersonComeInThePlaceOfOurs() throws Exception {
    try (HookServer hook = HookServer.start(hit -> Reply.of(200))) {
      answer(hook.address(), Map.of("Content-Type", "text/plain"));
      assertThat(hook.hits()).extracting(Hit::contentType).containsExactly("text/plain");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 425, 429, 500, 503, 599})
  void whatMayPassIsForLater(int status) throws Exception {
    assertThat(answered(Reply.of(status)))
        .isEqualTo(new Answer.Later("it answers " + status, Duration.ZERO));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 400, 401, 404, 410, 413, 422})
  void whatWillNotPassIsRefused(int status) throws Exception {
    assertThat(answered(Reply.of(status))).isEqualTo(new Answer.Refused("it answers " + status));
  }

  @Test
  void theBeginningOfTheAnswerIsToldOnOneLine() throws Exception {
    Reply reply = new Reply(400, Map.of(), "bad\n\tchannel\u0007 " + "x".repeat(100_000));

    assertThat(answered(reply))
        .isEqualTo(new Answer.Refused("it answers 400: bad channel " + "x".repeat(186)));
  }

  @Test
  void whenToComeAgainIsTold() throws Exception {
    assertThat(answered(new Reply(429, Map.of("Retry-After", "7"), "")))
        .isEqualTo(new Answer.Later("it answers 429", Duration.ofSeconds(7)));
  }

  @Test
  void whereNobodyListensIsForLater() throws Exception {
    assertThat(answer("http://127.0.0.1:" + FreePort.find() + "/", Map.of()))
        .isEqualTo(new Answer.Later("it takes no connection", Duration.ZERO));
  }

  @Test
  void aConnectionThatIsCutIsForLater() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Answer> answer = post(address(socket), LONG);
      socket.accept().close();
      assertThat(answer.get()).isInstanceOf(Answer.Later.class);
    }
  }

  @Test
  void whoNeverAnswersIsForLater() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThat(post(address(silent), Duration.ofMillis(200)).get())
          .isEqualTo(new Answer.Later("it does not answer within 200ms", Duration.ZERO));
    }
  }

  @Test
  void whoseAnswerNeverEndsIsForLater() throws Exception {
    try (ServerSocket endless = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Answer> answer = post(address(endless), Duration.ofMillis(500));
      try (var connection = endless.accept()) {
        String begun = "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nbeginning";
        connection.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.get())
            .isEqualTo(new Answer.Later("it does not answer within 500ms", Duration.ZERO));
      }
    }
  }

  private static Answer answered(Reply reply) throws Exception {
    try (HookServer hook = HookServer.start(hit -> reply)) {
      return answer(hook.address(), Map.of());
    }
  }

  private static Answer answer(String address, Map<String, String> headers) throws Exception {
    HttpTarget target = HttpTarget.of(address, "", headers);
    return new HttpPoster(HttpPoster.client(LONG), target, LONG, InstantSource.system())
        .post(POST)
        .get();
  }

  private static CompletableFuture<Answer> post(String address, Duration timeout) {
    HttpTarget target = HttpTarget.of(address, "", Map.of());
    return new HttpPoster(HttpPoster.client(LONG), target, timeout, InstantSource.system())
        .post(POST);
  }

  private static String address(ServerSocket socket) {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/";
  }
}
