package dev.kilter.rig.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How something went while the same was done again and again. */
class CourseTest {
  private static final long MEBIBYTE = 1 << 20;

  @Test
  void whatItTakesToGetWarmIsNoGrowth() {
    Course course = course(10, 20, 100, 100, 101, 99, 102, 103);
    assertThat(course.growth()).isCloseTo(0.03, offset(1e-9));
    assertThat(course.isFlat()).isTrue();
    assertThat(course).hasToString("100.0 MiB, then 103.0: +3.0 %");
  }

  @Test
  void moreEachTimeIsGrowth() {
    assertThat(course(10, 20, 30, 40, 50, 60, 70, 80).isFlat()).isFalse();
  }

  @Test
  void lessIsFlat() {
    assertThat(course(80, 70, 60, 50, 40, 30, 20, 10).isFlat()).isTrue();
  }

  @Test
  void aFewMeasurementsSayNothing() {
    assertThatThrownBy(() -> course(1, 2, 3)).hasMessage("3 measurements say nothing");
  }

  private static Course course(int... mebibytes) {
    return new Course(Arrays.stream(mebibytes).mapToObj(each -> each * MEBIBYTE).toList());
  }
}
