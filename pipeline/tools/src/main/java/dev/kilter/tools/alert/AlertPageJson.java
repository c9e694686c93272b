package dev.kilter.tools.alert;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.kafka.RoundedNumbers;
import dev.kilter.sequence.Sequence;

/** Writes an alert, what it rests on and how it scored again as JSON. */
final class AlertPageJson {
  private AlertPageJson() {}

  /** With the second score. */
  static ObjectNode of(ToldAlert alert, SecondScore second) {
    ObjectNode json = begin(alert);
    ArrayNode channels = json.putArray("channels");
    for (int channel = 0; channel < second.rows().channels(); channel++) {
      channels.add(channel(second, channel));
    }
    json.set("raw", compared(second.raw()));
    json.set("average", compared(second.average()));
    return json.put("same", second.same());
  }

  /** With the reason why there is none. */
  static ObjectNode of(ToldAlert alert, NotScoredException why) {
    return begin(alert).put("notScored", why.getMessage());
  }

  private static ObjectNode begin(ToldAlert alert) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("alert", alert.json());
    return json;
  }

  private static ObjectNode channel(SecondScore second, int channel) {
    Sequence rows = second.rows();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", second.contract().channels().get(channel).name());
    json.put("unit", second.contract().channels().get(channel).unit());
    ArrayNode observed = json.putArray("observed");
    ArrayNode measured = json.putArray("measured");
    for (int row = 0; row < rows.length(); row++) {
      observed.add(RoundedNumbers.json(rows.value(row, channel)));
      measured.add(rows.isMeasured(row, channel));
    }
    json.set("expected", RoundedNumbers.json(second.score().expected()[channel]));
    json.set("part", RoundedNumbers.json(second.score().parts()[channel]));
    return json;
  }

  private static ObjectNode compared(Compared compared) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.set("told", RoundedNumbers.json(compared.told()));
    json.set("again", RoundedNumbers.json(compared.again()));
    return json.put("same", compared.same());
  }
}
