package dev.kilter.job.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelChoiceTest {

  @ParameterizedTest
  @CsvSource({
    "/zoo/{entity}/ae/1, /zoo/pump-1/ae/1, pump-1",
    "/zoo/{entity}/ae/1, /zoo/valve1/3/ae/1, valve1/3",
    "/zoo/{entity}/ae/1, /zoo/(a.b)/ae/1, (a.b)",
    "/zoo/ae-{entity}/1, /zoo/ae-7/1, 7",
    "/zoo/{entity}/{entity}-ae/1, /zoo/a/a-ae/1, a",
    "s3://zoo/{entity}, s3://zoo/a/b, a/b",
  })
  void theEntityIsWhatStandsInItsPlace(String template, String place, String entity) {
    assertThat(ModelChoice.forAll(template).entityAt(place)).contains(entity);
  }

  @ParameterizedTest
  @CsvSource({
    "/zoo/{entity}/ae/1, /zoo/pump-1/ae/2",
    "/zoo/{entity}/ae/1, /zoo/pump-1/ae/1/old",
    "/zoo/{entity}/ae/1, /zoo//ae/1",
    "/zoo/{entity}/a.e/1, /zoo/a/ate/1",
    "/zoo/{entity}/{entity}-ae/1, /zoo/a/b-ae/1",
  })
  void aBundleThatDoesNotFitIsNobodys(String template, String place) {
    assertThat(ModelChoice.forAll(template).entityAt(place)).isEmpty();
  }

  @Test
  void bundlesLieBelowTheLastFolderThatIsTheSameForAll() {
    assertThat(ModelChoice.forAll("/zoo/x/ae-{entity}/1").folder()).isEqualTo("/zoo/x");
  }
}
