package dev.kilter.tools.notify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Requests that are made and answered when a test says so. */
final class HeldPosts implements Poster {
  private final List<String> made = new ArrayList<>();
  private final Map<String, CompletableFuture<Answer>> open = new HashMap<>();

  @Override
  public CompletableFuture<Answer> post(Post post) {
    String id = post.headers().get("ce-id");
    made.add(id);
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    open.put(id, answer);
    return answer;
  }

  /** Which messages were sent, in order, each as often as it was. */
  List<String> made() {
    return made;
  }

  void accept(String id) {
    answer(id, new Answer.Accepted());
  }

  void answer(String id, Answer answer) {
    open.remove(id).complete(answer);
  }

  void fail(String id, RuntimeException failure) {
    open.remove(id).completeExceptionally(failure);
  }
}
