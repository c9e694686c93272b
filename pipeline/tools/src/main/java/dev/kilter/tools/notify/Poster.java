package dev.kilter.tools.notify;

import java.util.concurrent.CompletableFuture;

/** Makes requests. */
interface Poster {

  /** Makes a request, once; the answer may come on any thread. */
  CompletableFuture<Answer> post(Post post);
}
