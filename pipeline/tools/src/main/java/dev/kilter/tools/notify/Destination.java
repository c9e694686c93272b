package dev.kilter.tools.notify;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Where alerts go.
 *
 * @param receiver who says in which form
 * @param poster who makes the requests
 */
record Destination(Receiver receiver, Poster poster) {

  /** The request for this work; empty if it is no longer to be done. */
  Optional<Post> compose(Lane.Work work) {
    return work.again() ? receiver.again(work.notice()) : Optional.of(receiver.post(work.notice()));
  }

  CompletableFuture<Answer> send(Post post) {
    return poster.post(post);
  }
}
