package dev.kilter.job.kafka;

import static dev.kilter.job.control.ControlTexts.END;
import static dev.kilter.job.control.ControlTexts.FEEDBACK;
import static dev.kilter.job.control.ControlTexts.NOON;
import static dev.kilter.job.control.ControlTexts.READER;
import static dev.kilter.job.control.ControlTexts.SILENCE;
import static dev.kilter.job.control.ControlTexts.read;
import static dev.kilter.job.control.ControlTexts.without;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.job.control.ControlMessage;
import dev.kilter.job.decode.Rejection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlJsonTest {

  @Test
  void whatIsWrittenIsReadBack() throws Rejection {
    List<String> texts =
        List.of(SILENCE, without("detectors", SILENCE), END, FEEDBACK, without("note", FEEDBACK));
    for (String text : texts) {
      ControlMessage message = read(text);
      assertThat(READER.read(ControlJson.bytes(message), NOON)).isEqualTo(message);
    }
  }

  @Test
  void theKeysAreInTheOrderOfTheDescription() throws Rejection {
    assertThat(written(SILENCE))
        .isEqualTo(
            "{\"control\":\"silence\",\"id\":\"s-1\",\"entities\":\"pump-1*\",\"detectors\":[\"pumps\"],"
                + "\"from\":\"2026-12-01T13:00:00Z\",\"until\":\"2026-12-01T16:00:00Z\","
                + "\"reason\":\"new seal\",\"by\":\"ana\"}");
    assertThat(written(END))
        .isEqualTo(
            "{\"control\":\"end-silence\",\"id\":\"s-1\",\"from\":\"2026-12-01T12:00:00Z\"}");
    assertThat(written(FEEDBACK))
        .isEqualTo(
            "{\"control\":\"feedback\",\"incident\":\"5b1f\",\"entity\":\"pump-17\","
                + "\"detector\":\"pumps\",\"verdict\":\"false-alarm\",\"by\":\"ana\","
                + "\"note\":\"cleaning\",\"from\":\"2026-12-01T11:00:00Z\","
                + "\"opened\":\"2026-12-01T09:00:00Z\",\"until\":\"2026-12-01T10:00:00Z\"}");
  }

  private static String written(String text) throws Rejection {
    return new String(ControlJson.bytes(read(text)), UTF_8);
  }
}
