package dev.kilter.tools.pipeline;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.job.kafka.JsonLine;
import dev.kilter.job.resume.Fate;
import dev.kilter.job.resume.PipelineFacts;
import dev.kilter.job.resume.Restoration;
import java.nio.charset.StandardCharsets;

/** What becomes of the state of a savepoint, as one line of JSON. */
final class RestorationJson {
  private RestorationJson() {}

  static String of(Restoration restoration) {
    ObjectNode json = JsonLine.object();
    json.put("savepoint", restoration.savepoint().place());
    PipelineFacts facts = restoration.savepoint().facts();
    json.put("kilter", facts == null ? null : facts.kilter().version());
    json.put("refused", restoration.isRefused());
    ArrayNode parts = json.putArray("parts");
    for (Fate fate : restoration.fates()) {
      parts
          .addObject()
          .put("part", fate.part())
          .put("outcome", fate.outcome().label())
          .put("reason", fate.reason());
    }
    return new String(JsonLine.bytes(json), StandardCharsets.UTF_8);
  }
}
