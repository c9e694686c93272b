package dev.kilter.job.control;

import static dev.kilter.job.control.ControlFields.rejection;
import static dev.kilter.job.control.ControlFields.shown;
import static dev.kilter.job.control.ControlFields.wrong;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilter.event.DeadLetterReason;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.job.decode.RecordSize;
import dev.kilter.job.decode.Rejection;
import dev.kilter.job.decode.Shown;
import dev.kilter.job.decode.StrictUtf8;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Reads control messages: JSON, and nothing in it that is not understood. */
public final class ControlReader {
  /** The largest message there may be. */
  static final int LARGEST_BYTES = 1 << 15;

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Set<String> detectors;

  /**
   * A reader of messages for one pipeline.
   *
   * @param detectors the ids of its detectors
   */
  public ControlReader(List<String> detectors) {
    this.detectors = Set.copyOf(detectors);
  }

  /**
   * Reads one record.
   *
   * @param timestampMillis the record's Kafka timestamp, from which on a message holds that does
   *     not say; -1 if it has none
   * @throws Rejection if it is no message, or one that cannot be
   */
  public ControlMessage read(byte[] value, long timestampMillis) throws Rejection {
    RecordSize.check(value, LARGEST_BYTES, "a control message");
    JsonNode tree = tree(value);
    if (!(tree instanceof ObjectNode object)) {
      throw rejection("a control message is an object, this is " + shown(tree));
    }
    ControlFields fields = new ControlFields(object);
    ControlMessage message = message(fields, timestampMillis);
    fields.finish();
    return message;
  }

  private static JsonNode tree(byte[] value) throws Rejection {
    try {
      JsonNode tree = JSON.readTree(StrictUtf8.reader(value));
      if (tree.isMissingNode()) {
        throw new Rejection(DeadLetterReason.NOT_JSON, "not JSON: there are only blanks");
      }
      return tree;
    } catch (CharacterCodingException e) {
      throw new Rejection(DeadLetterReason.NOT_JSON, "not JSON: its bytes are not UTF-8");
    } catch (JsonProcessingException e) {
      String place =
          e.getLocation() == null ? "" : " at character " + e.getLocation().getCharOffset();
      throw new Rejection(
          DeadLetterReason.NOT_JSON, "not JSON" + place + ": " + Shown.of(e.getOriginalMessage()));
    } catch (IOException e) {
      throw new Rejection(DeadLetterReason.NOT_JSON, "not JSON: " + Shown.of(e.toString()));
    }
  }

  private ControlMessage message(ControlFields fields, long timestampMillis) throws Rejection {
    String control = fields.text("control");
    return switch (control) {
      case "silence" -> silence(fields, timestampMillis);
      case "end-silence" ->
          new ControlMessage.EndSilence(fields.text("id"), from(fields, timestampMillis));
      case "feedback" -> feedback(fields, timestampMillis);
      default -> throw wrong("control", Shown.of(control), "silence, end-silence or feedback");
    };
  }

  private ControlMessage silence(ControlFields fields, long timestampMillis) throws Rejection {
    String id = fields.text("id");
    EntityPattern entities = entities(fields.text("entities"));
    List<String> meant = fields.texts("detectors");
    for (int place = 0; place < meant.size(); place++) {
      checkDetector("detectors[" + place + "]", meant.get(place));
    }
    SilenceWindow window =
        new SilenceWindow(fields, from(fields, timestampMillis), timestampMillis);
    return new ControlMessage.Silence(
        id, entities, meant, window.read(), fields.text("reason"), fields.text("by"));
  }

  private static EntityPattern entities(String glob) throws Rejection {
    if (glob.length() > EntityPattern.LONGEST) {
      throw wrong(
          "entities",
          "of " + glob.length() + " characters",
          "at most " + EntityPattern.LONGEST + ", as names are");
    }
    return EntityPattern.of(glob);
  }

  private ControlMessage feedback(ControlFields fields, long timestampMillis) throws Rejection {
    String incident = fields.text("incident");
    String entity = fields.text("entity");
    String detector = fields.text("detector");
    checkDetector("detector", detector);
    FeedbackTimes times =
        FeedbackTimes.read(fields, from(fields, timestampMillis), timestampMillis);
    return new ControlMessage.GivenFeedback(
        new Feedback(
            incident,
            entity,
            detector,
            verdict(fields.text("verdict")),
            fields.text("by"),
            fields.textOrNull("note"),
            times.fromMillis(),
            times.openedMillis(),
            times.untilMillis()));
  }

  private void checkDetector(String place, String detector) throws Rejection {
    if (!detectors.contains(detector)) {
      throw wrong(
          place,
          Shown.of(detector),
          "one of the pipeline's, " + detectors.stream().sorted().toList());
    }
  }

  private static FeedbackVerdict verdict(String label) throws Rejection {
    return Arrays.stream(FeedbackVerdict.values())
        .filter(verdict -> verdict.label().equals(label))
        .findAny()
        .orElseThrow(
            () ->
                wrong(
                    "verdict", Shown.of(label), "confirmed, expected, false-alarm or new-normal"));
  }

  private static long from(ControlFields fields, long timestampMillis) throws Rejection {
    Long from = fields.timeOrNull("from");
    if (from == null && timestampMillis < 0) {
      throw rejection("from is missing, and the record has no Kafka timestamp to stand in for it");
    }
    return from == null ? timestampMillis : from;
  }
}
