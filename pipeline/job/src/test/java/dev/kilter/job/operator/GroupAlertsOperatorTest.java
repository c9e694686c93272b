package dev.kilter.job.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The group stage on its own: alerts in their order, state and timers that end. */
class GroupAlertsOperatorTest {
  private static final long HOUR = 3_600;

  private GroupStage stage;

  @BeforeEach
  void open() throws Exception {
    stage = GroupStage.open(0);
  }

  @AfterEach
  void close() throws Exception {
    stage.close();
  }

  @Test
  void nothingIsToldBeforeEventTimeHasPassed() throws Exception {
    stage.opens("hall-7/a", 10).opens("hall-7/b", 10).opens("hall-7/c", 12).passes(11);
    assertThat(stage.words()).isEmpty();

    stage.passes(12);

    assertThat(stage.words()).containsExactly("1 open @12: a b c");
  }

  @Test
  void alertsAreTakenInInTheirOrderAndNotAsTheyCome() throws Exception {
    stage.opens("hall-7/d", 15).opens("hall-7/c", 12).opens("hall-7/a", 10).opens("hall-7/b", 11);

    stage.passes(20);

    assertThat(stage.words()).containsExactly("1 open @12: a b c");
  }

  @Test
  void hallsAreGroupsOfTheirOwn() throws Exception {
    stage.opens("hall-7/a", 10).opens("hall-8/a", 10).opens("hall-7/b", 10).opens("hall-8/b", 10);
    stage.opens("hall-8/c", 11).passes(20);

    assertThat(stage.words()).containsExactly("1 open @11: a b c");
    assertThat(stage.messages().get(0).part()).isEqualTo("hall-8");
  }

  @Test
  void whatMayStillComeIsWaitedFor() throws Exception {
    stage.close();
    stage = GroupStage.open(9);
    stage.passes(15).opens("hall-7/a", 10).opens("hall-7/b", 10).opens("hall-7/c", 10).passes(18);
    assertThat(stage.words()).isEmpty();

    stage.passes(19);

    assertThat(stage.words()).containsExactly("1 open @10: a b c");
  }

  @Test
  void whatComesLaterThanThatIsTakenInAsItComes() throws Exception {
    stage.passes(100).opens("hall-7/a", 10).opens("hall-7/b", 11).opens("hall-7/c", 12);

    assertThat(stage.words()).containsExactly("1 open @100: a b c");
  }

  @Test
  void alertsThatWaitOutliveARestart() throws Exception {
    stage.opens("hall-7/a", 10).opens("hall-7/b", 10).opens("hall-7/c", 12);

    stage.restarts().passes(12);

    assertThat(stage.words()).containsExactly("1 open @12: a b c");
  }

  @Test
  void aGroupOutlivesARestart() throws Exception {
    openGroup();
    String id = stage.messages().get(0).group().id();
    stage.closes("hall-7/a", 20).closes("hall-7/b", 20).passes(20);

    stage.restarts().closes("hall-7/c", 30).passes(30);

    assertThat(stage.words()).containsExactly("2 closed @30: a b c");
    assertThat(stage.messages().get(0).group().id()).isEqualTo(id);
  }

  @Test
  void whoIsStillToBeToldIsToldAfterARestart() throws Exception {
    openGroup();
    stage.opens("hall-7/d", 20).passes(20);

    stage.restarts().passes(60);

    assertThat(stage.words()).containsExactly("2 open @40: a b c d");
  }

  @Test
  void asManyTasksTheSameIsTold() throws Exception {
    for (int hall = 0; hall < 10; hall++) {
      stage.opens("hall-" + hall + "/a", 10 + hall).opens("hall-" + hall + "/b", 10 + hall);
    }
    stage.passes(12);
    for (int hall = 0; hall < 10; hall++) {
      stage.opens("hall-" + hall + "/c", 20 + hall);
    }
    List<String> ofTwo = new ArrayList<>();
    for (int task = 0; task < 2; task++) {
      GroupStage half = stage.taskOf(2, task).passes(100);
      assertThat(half.words()).isNotEmpty();
      ofTwo.addAll(half.words());
      half.close();
    }

    stage.passes(100);

    assertThat(stage.words()).hasSize(10).containsExactlyInAnyOrderElementsOf(ofTwo);
  }

  @Test
  void ofThoseThatStayAloneNothingIsKept() throws Exception {
    stage.opens("hall-7/a", 10).opens("hall-7/b", 10).passes(100);

    assertThat(stage.words()).isEmpty();
    leavesNothing();
  }

  @Test
  void ofAGroupThatIsOverNothingIsKeptInTheEnd() throws Exception {
    openGroup();
    stage.closes("hall-7/a", 20).closes("hall-7/b", 20).closes("hall-7/c", 20).passes(20 + HOUR);

    assertThat(stage.words()).hasSize(2);
    leavesNothing();
  }

  @Test
  void ofAGroupWhoseMembersAreNeverHeardOfAgainNothingIsKeptEither() throws Exception {
    openGroup();
    stage.repeats("hall-7/a", 1_000).passes(1_000 + HOUR);

    assertThat(stage.words()).last().isEqualTo("2 closed @4600: a b c");
    leavesNothing();
  }

  @Test
  void howeverOftenAGroupIsHeardOfItHasOneTimer() throws Exception {
    openGroup();
    for (long second = 100; second < 10_000; second += 100) {
      stage.repeats("hall-7/a", second).passes(second);
    }

    assertThat(stage.timers()).isEqualTo(1);
    assertThat(stage.words()).hasSize(1);
    stage.passes(9_900 + HOUR);
    leavesNothing();
  }

  @Test
  void atTheEndOfTheInputWhatWaitsIsToldAndNothingIsForgotten() throws Exception {
    openGroup();
    stage.opens("hall-7/d", 20).ends();

    assertThat(stage.words()).containsExactly("1 open @10: a b c", "2 open @40: a b c d");
    assertThat(stage.timers()).isZero();
  }

  private void openGroup() throws Exception {
    stage.opens("hall-7/a", 10).opens("hall-7/b", 10).opens("hall-7/c", 10).passes(10);
    assertThat(stage.words()).containsExactly("1 open @10: a b c");
  }

  private void leavesNothing() {
    assertThat(stage.stateEntries()).as("state").isZero();
    assertThat(stage.timers()).as("timers").isZero();
  }
}
