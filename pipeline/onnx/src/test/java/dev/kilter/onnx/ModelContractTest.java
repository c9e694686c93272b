package dev.kilter.onnx;

import static dev.kilter.onnx.Bundles.bundle;
import static dev.kilter.onnx.Bundles.withContract;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.UserError;
import dev.kilter.alert.ModelReference;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelContractTest {

  @Test
  void readsEveryKey() {
    ModelContract contract = bundle("no-errors").contract();
    assertThat(contract.reference())
        .isEqualTo(
            new ModelReference("no-errors", "1", Admission.sha256(bundle("no-errors").network())));
    assertThat(contract.channelNames()).containsExactly("temperature", "vibration");
    assertThat(contract.channels().get(1))
        .isEqualTo(
            new ModelContract.Channel(
                "vibration", "mm/s", "last", "hold", Duration.ofSeconds(10), null));
    assertThat(contract.sequence())
        .isEqualTo(new ModelContract.SequenceShape(4, 1, null, null, null, null));
    assertThat(contract.timeMajor()).isTrue();
    assertThat(contract.sequenceInput()).isEqualTo("sequence");
    assertThat(contract.answerOutput()).isEqualTo("reconstruction");
    assertThat(contract.errorsOutput()).isEmpty();
    assertThat(contract.scaling().deviation()).containsExactly(2, 4);
    assertThat(contract.errorStatistics().mean()).containsExactly(0, 0);
    assertThat(contract.errorStatistics().deviation()).containsExactly(1, 1);
    assertThat(contract.smoothing().weight()).isEqualTo(0.5);
    assertThat(contract.quantiles()).containsEntry("0.9", 1.0).containsEntry("0.99", 2.0);
    assertThat(contract.training()).containsKey("note");
  }

  @Test
  void theStrictestQuantileIsTheHighestLevel() {
    assertThat(bundle("flat").contract().strictestQuantile()).isEqualTo("0.99");
  }

  @ParameterizedTest
  @CsvSource({
    "4, 1, 1, 4",
    "4, 3, 1, 2",
    "4, 8, 1, 1",
    "1, 1, 0.2, 5",
    "12, 1, 0.2, 16",
    "48, 1, 0.0067, 197",
  })
  void aRowIsSeenInAllItsSequencesAndThenInTheAverage(
      int length, int stride, double weight, int memory) {
    ModelContract contract =
        Contracts.with(
                json -> {
                  json.putObject("smoothing").put("weight", weight);
                  json.putObject("sequence").put("length", length).put("stride", stride);
                })
            .contract();
    assertThat(contract.memory()).isEqualTo(memory);
  }

  @Test
  void aDutyCycleSharesNoRowsWithTheNext() {
    ModelContract contract =
        Contracts.with(
                json -> {
                  ObjectNode sequence =
                      json.putObject("sequence").put("length", 4).put("stride", 1);
                  sequence.put("period", "PT10S").put("minimumLength", 1);
                  sequence.putObject("session").put("gap", "PT60S");
                })
            .contract();
    assertThat(contract.memory()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "\"format\": 1; \"format\": 2; format is 2; it must be 1",
        "\"name\": \"flat\"; \"name\": \" \"; name is  ; it must be the model's name",
        "\"version\": \"1\",; ''; version is missing; it must be the model's version",
        "\"kind\": \"reconstruction\"; \"kind\": \"oracle\"; kind is oracle; one of [reconstruction, forecast, classification]",
        "\"fill\": \"hold\"; \"fill\": \"zero\"; channels.fill is zero; it must be one of [hold, linear",
        "\"aggregate\": \"last\"; \"aggregate\": \"median\"; channels.aggregate is median; one of [last",
        "\"PT10S\"; \"-PT10S\"; channels.maximumAge is PT-10S; as in PT60S",
        "\"vibration\"; \"temperature\"; channels.name is temperature; each channel once",
        "\"length\": 4; \"length\": 0; sequence.length is 0; a number of rows above 0",
        "\"stride\": 1; \"stride\": 1, \"minimumLength\": 5; sequence.minimumLength is 5; 1 to length",
        "\"stride\": 1; \"stride\": 1, \"minimumLength\": 0; sequence.minimumLength is 0; 1 to",
        "\"stride\": 1; \"stride\": 1, \"period\": \"PT0S\"; sequence.period is PT0S; as in PT10S",
        "\"stride\": 1; \"stride\": 1, \"period\": \"PT0.0005S\"; sequence.period is PT0.0005S; as in",
        "\"stride\": 1; \"stride\": 1, \"session\": {}; sequence.session is ; either a gap or a channel",
        "\"stride\": 1; \"stride\": 1, \"session\": {\"gap\": \"PT1S\", \"above\": 3}; sequence.session is ; either",
        "\"stride\": 1; \"stride\": 1, \"session\": {\"gap\": \"PT0S\"}; sequence.session.gap is PT0S; PT30S",
        "\"stride\": 1; \"stride\": 1, \"period\": \"PT10S\", \"session\": {\"gap\": \"PT9S\"}; sequence.session.gap is PT9S; at least the period, PT10S",
        "\"stride\": 1; \"stride\": 1, \"session\": {\"channel\": \"x\", \"above\": 3}; sequence.session.channel is x; one of the channels",
        "\"stride\": 1; \"stride\": 2, \"session\": {\"gap\": \"PT1S\"}; sequence.stride is 2; a session",
        "\"fill\": \"hold\"; \"fill\": \"constant\"; channels.constant is missing; where fill is constant",
        "\"fill\": \"hold\"; \"fill\": \"hold\", \"constant\": 1; channels.constant is 1.0; where fill is constant",
        "\"maximumAge\": \"PT10S\"; \"constant\": null; channels.maximumAge is missing; PT60S",
        "\"stride\": 1; \"stride\": -1; sequence.stride is -1; a number of rows above 0",
        "time-major; channel-major; axes is channel-major; time-major or batch-major",
        "\"role\": \"errors\"; \"role\": \"state\"; outputs.role is state; one of",
        "\"role\": \"reconstruction\"; \"role\": \"errors\"; outputs is ; the role reconstruction",
        "\"role\": \"sequence\"; \"role\": \"mask\"; inputs is ; the role sequence",
        "\"newest\"; \"window\"; errors.of is window; it must be newest",
        "\"of\"; \"screened\": [\"flow\"], \"of\"; errors.screened is [flow]; some of the channels,",
        "\"of\"; \"screened\": [\"vibration\", \"temperature\"], \"of\"; errors.screened is ; not all",
        "\"mean\": [; \"mean\": [0, ; errors.mean is 3 numbers; 2 numbers, one per channel",
        "\"weight\": 0.5; \"weight\": 0; smoothing.weight is 0.0; above 0 and at most 1",
        "\"weight\": 0.5; \"weight\": 1.5; smoothing.weight is 1.5; above 0 and at most 1",
        "\"0.99\": 2.0; \"1.5\": 2.0; quantiles is 1.5; a level between 0 and 1",
        "\"0.99\": 2.0; \"high\": 2.0; quantiles is high; a level between 0 and 1",
        "\"0.99\": 2.0; \"0.99\": -1; quantiles.0.99 is -1.0; a score above 0",
        "\"0.99\": 2.0; \"0.99\": null; quantiles.0.99 is missing; a score above 0",
        "\"0.99\": 2.0; \"0.99\": 1e999; quantiles.0.99 is Infinity; a score above 0",
        "\"channels\": [; \"channels\": [null, ; channels is [null; a list of channels",
        "\"inputs\": [; \"inputs\": [null, ; inputs is [null; a list of tensors",
        "\"weight\": 0.5; ''; smoothing.weight; model.json:",
      })
  void refusesWhatContradictsItself(String from, String to, String what, String right) {
    assertThatThrownBy(() -> withContract(from, to).contract())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("zoo/flat/1/model.json")
        .hasMessageContainingAll(what, right);
  }

  @Test
  void refusesAContractWithoutAnyQuantile() {
    assertThatThrownBy(() -> Contracts.with(c -> c.putObject("quantiles")).contract())
        .hasMessageContainingAll("quantiles is {}", "at least one, such as");
  }

  @Test
  void refusesADeviationOfZero() {
    assertThatThrownBy(() -> withContract(bundle("flat"), "\n      1", "\n      0").contract())
        .hasMessageContainingAll("errors.deviation is 0.0", "numbers above 0");
  }

  @Test
  void refusesErrorsWithoutAScale() {
    assertThatThrownBy(
            () -> withContract(bundle("no-errors"), "\"scaling\"", "\"training\"").contract())
        .isInstanceOf(UserError.class);
  }

  @ParameterizedTest
  @CsvSource({
    "format",
    "channels",
    "sequence",
    "inputs",
    "outputs",
    "errors",
    "smoothing",
    "quantiles"
  })
  void refusesAContractThatLacksAKey(String key) {
    assertThatThrownBy(() -> Contracts.without(key).contract())
        .isInstanceOf(UserError.class)
        .hasMessageContaining(key);
  }
}
