package dev.kilter.bench.broker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.bench.load.Workload;
import org.junit.jupiter.api.Test;

/** How many events a topic has, and how many sequences they give. */
class EventsTopicTest {
  private static final Workload LOAD = new Workload(10);

  @Test
  void everyMachineHasAsManyRows() {
    assertThat(EventsTopic.of(LOAD, 961).events()).isEqualTo(970);
    assertThat(EventsTopic.of(LOAD, 970).events()).isEqualTo(970);
  }

  @Test
  void theNewestRowIsNotYetComplete() {
    assertThat(EventsTopic.of(LOAD, 320).sequences()).isZero();
    assertThat(EventsTopic.of(LOAD, 330).sequences()).isEqualTo(10);
    assertThat(EventsTopic.of(LOAD, 640).sequences()).isEqualTo(10);
    assertThat(EventsTopic.of(LOAD, 650).sequences()).isEqualTo(20);
  }
}
