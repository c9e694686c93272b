package dev.kilter.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleanExitTest {
  private final List<String> closed = new ArrayList<>();

  @Test
  void closesTheNewestFirst() {
    try (CleanExit exit = CleanExit.install()) {
      add(exit, "broker");
      add(exit, "pipeline");
    }

    assertThat(closed).containsExactly("pipeline", "broker");
  }

  @Test
  void closesTheRestWhenOneCannotBeClosed() {
    try (CleanExit exit = CleanExit.install()) {
      add(exit, "broker");
      failing(exit);
    }

    assertThat(closed).containsExactly("broker");
  }

  private void add(CleanExit exit, String name) {
    AutoCloseable resource = exit.closing(() -> closed.add(name));
    assertThat(resource).isNotNull();
  }

  private static void failing(CleanExit exit) {
    AutoCloseable resource =
        exit.closing(
            () -> {
              throw new IllegalStateException("stuck");
            });
    assertThat(resource).isNotNull();
  }
}
