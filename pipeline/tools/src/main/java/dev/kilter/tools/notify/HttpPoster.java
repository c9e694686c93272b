package dev.kilter.tools.notify;

import dev.kilter.job.config.Durations;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Makes requests by HTTP. Redirects are not followed: by the rules of HTTP they lose the body. */
final class HttpPoster implements Poster {
  /** Request timeout, too early, too many requests: like all from 500 on they may pass. */
  private static final Set<Integer> PASSING = Set.of(408, 425, 429);

  private static final int SUCCESS = 200;
  private static final int REDIRECT = 300;
  private static final int SERVER_ERROR = 500;

  private final HttpClient client;
  private final HttpTarget target;
  private final Duration timeout;
  private final InstantSource clock;

  /**
   * A poster to one target.
   *
   * @param timeout how long a request may take as a whole
   */
  HttpPoster(HttpClient client, HttpTarget target, Duration timeout, InstantSource clock) {
    this.client = client;
    this.target = target;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** A client that connects within the time that a request may take. */
  static HttpClient client(Duration timeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(timeout)
        .build();
  }

  @Override
  public CompletableFuture<Answer> post(Post post) {
    HttpRequest request =
        target.request(post.headers()).POST(BodyPublishers.ofByteArray(post.body())).build();
    CompletableFuture<HttpResponse<String>> sent =
        client.sendAsync(request, response -> new Excerpt());
    return sent.copy()
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) -> {
              sent.cancel(true); // what has timed out is still under way
              return failure == null ? answer(response) : answer(failure);
            });
  }

  private Answer answer(HttpResponse<String> response) {
    int status = response.statusCode();
    if (status >= SUCCESS && status < REDIRECT) {
      return new Answer.Accepted();
    }
    String why = "it answers " + status + (response.body().isEmpty() ? "" : ": " + response.body());
    if (status < SERVER_ERROR && !PASSING.contains(status)) {
      return new Answer.Refused(why);
    }
    Duration notBefore =
        response
            .headers()
            .firstValue("Retry-After")
            .map(text -> RetryAfter.parse(text, clock.instant()))
            .orElse(Duration.ZERO);
    return new Answer.Later(why, notBefore);
  }

  private Answer answer(Throwable failure) {
    if (failure instanceof CompletionException && failure.getCause() != null) {
      return answer(failure.getCause());
    }
    if (failure instanceof TimeoutException || failure instanceof HttpTimeoutException) {
      return new Answer.Later(
          "it does not answer within " + Durations.text(timeout), Duration.ZERO);
    }
    if (failure instanceof IOException broken) {
      return new Answer.Later(sentence(broken), Duration.ZERO);
    }
    throw new CompletionException(failure);
  }

  private static String sentence(IOException broken) {
    if (broken.getCause() instanceof UnresolvedAddressException) {
      return "its name is not known";
    }
    if (broken instanceof ConnectException) {
      return "it takes no connection";
    }
    return "the connection failed: " + broken.getMessage();
  }
}
