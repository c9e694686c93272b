package dev.kilter.tools.notify;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** The beginning of a response, on one line; the rest is read and forgotten. */
final class Excerpt implements BodySubscriber<String> {
  private static final int MOST_BYTES = 200;

  private final CompletableFuture<String> body = new CompletableFuture<>();
  private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();

  @Override
  public CompletionStage<String> getBody() {
    return body;
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      byte[] bytes = new byte[Math.min(buffer.remaining(), MOST_BYTES - beginning.size())];
      buffer.get(bytes);
      beginning.writeBytes(bytes);
    }
  }

  @Override
  public void onError(Throwable failure) {
    body.completeExceptionally(failure);
  }

  @Override
  public void onComplete() {
    String text = beginning.toString(StandardCharsets.UTF_8);
    body.complete(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
  }
}
