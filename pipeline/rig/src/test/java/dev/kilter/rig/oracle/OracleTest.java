package dev.kilter.rig.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OracleTest {
  private static final Told OPENED = told("a", 1, "opened");
  private static final Told WORSE = told("a", 2, "worse");
  private static final Told CLOSED = told("a", 3, "closed");
  private static final Told OTHER = told("b", 1, "opened");
  private static final Oracle ORACLE = new Oracle(List.of(OPENED, WORSE, CLOSED, OTHER));

  @Test
  void whatWasToldAsItIsToBeIsClean() {
    Differences none = ORACLE.judge(List.of(OPENED, OTHER, WORSE, CLOSED));
    assertThat(none.isClean(false)).isTrue();
    assertThat(none).hasToString("lost 0, doubled 0, changed 0, out of order 0");
  }

  @Test
  void whatWasNotToldIsLost() {
    Differences differences = ORACLE.judge(List.of(OPENED, WORSE, CLOSED));
    assertThat(differences.lost()).containsExactly("opened");
    assertThat(differences.isClean(true)).isFalse();
  }

  @Test
  void whatWasToldAgainIsDoubledAndNothingElse() {
    Differences differences = ORACLE.judge(List.of(OPENED, WORSE, OPENED, WORSE, CLOSED, OTHER));
    assertThat(differences).hasToString("lost 0, doubled 2, changed 0, out of order 0");
    assertThat(differences.isClean(true)).isTrue();
    assertThat(differences.isClean(false)).isFalse();
  }

  @Test
  void whatSaysSomethingElseIsChanged() {
    Told otherwise = told("a", 2, "much worse");
    Differences differences = ORACLE.judge(List.of(OPENED, otherwise, CLOSED, OTHER));
    assertThat(differences.changed()).containsExactly("much worse\n  in place of worse");
    assertThat(differences.isClean(true)).isFalse();
  }

  @Test
  void whatIsNotToBeToldIsChangedToo() {
    Differences differences =
        ORACLE.judge(List.of(OPENED, WORSE, CLOSED, OTHER, told("b", 2, "closed")));
    assertThat(differences.changed()).containsExactly("closed\n  in place of nothing");
  }

  @Test
  void whatComesBeforeItsPredecessorIsOutOfOrder() {
    Differences differences = ORACLE.judge(List.of(OPENED, CLOSED, WORSE, OTHER));
    assertThat(differences.outOfOrder()).containsExactly("closed", "worse");
    assertThat(differences.isClean(true)).isFalse();
  }

  private static Told told(String incident, int revision, String text) {
    return new Told(incident, revision, text, 0);
  }
}
