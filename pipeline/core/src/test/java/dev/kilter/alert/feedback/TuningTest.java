package dev.kilter.alert.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TuningTest {

  @Test
  void onlyTheLastIncidentsAreRemembered() {
    Tuning tuning =
        IntStream.range(0, Tuning.MOST_REMEMBERED + 1)
            .mapToObj(number -> incident("i" + number, 5))
            .reduce(Tuning.NONE, Tuning::remembering, (first, second) -> second);

    assertThat(tuning.find("i0")).isNull();
    assertThat(tuning.remembered()).hasSize(Tuning.MOST_REMEMBERED);
    assertThat(tuning.find("i1")).isEqualTo(incident("i1", 5));
  }

  @Test
  void ofOneIncidentTheNewestIsRemembered() {
    Tuning tuning =
        Tuning.NONE
            .remembering(incident("a", 5))
            .remembering(incident("b", 5))
            .remembering(incident("a", 6));

    assertThat(tuning.remembered()).containsExactly(incident("b", 5), incident("a", 6));
  }

  @Test
  void underAnotherModelOnlyTheIncidentsAreRemembered() {
    Tuning tuning = Tuning.NONE.times(1.5).learned(true).remembering(incident("a", 5));

    assertThat(tuning.underNewModel()).isEqualTo(Tuning.NONE.remembering(incident("a", 5)));
  }

  private static RememberedIncident incident(String id, double peak) {
    return new RememberedIncident(id, 1, 2, false, peak, null);
  }
}
