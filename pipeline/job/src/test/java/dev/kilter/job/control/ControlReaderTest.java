package dev.kilter.job.control;

import static dev.kilter.job.control.ControlTexts.END;
import static dev.kilter.job.control.ControlTexts.FEEDBACK;
import static dev.kilter.job.control.ControlTexts.NOON;
import static dev.kilter.job.control.ControlTexts.READER;
import static dev.kilter.job.control.ControlTexts.SILENCE;
import static dev.kilter.job.control.ControlTexts.millis;
import static dev.kilter.job.control.ControlTexts.read;
import static dev.kilter.job.control.ControlTexts.without;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.alert.quiet.QuietTime;
import dev.kilter.alert.quiet.TimeWindow;
import dev.kilter.event.EntityPattern;
import dev.kilter.event.Feedback;
import dev.kilter.event.FeedbackVerdict;
import dev.kilter.job.decode.Rejection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ControlReaderTest {
  private static final TimeWindow AFTERNOON =
      new TimeWindow(millis("2026-12-01T13:00:00Z"), millis("2026-12-01T16:00:00Z"));

  @Test
  void everyKeyOfASilenceIsMapped() throws Rejection {
    assertThat(read(SILENCE))
        .isEqualTo(
            new ControlMessage.Silence(
                "s-1",
                EntityPattern.of("pump-1*"),
                List.of("pumps"),
                AFTERNOON,
                "new seal",
                "ana"));
  }

  @Test
  void aSilenceIsAQuietTimeOfItsName() throws Rejection {
    assertThat(((ControlMessage.Silence) read(SILENCE)).quietTime())
        .isEqualTo(new QuietTime("s-1", EntityPattern.of("pump-1*"), List.of("pumps"), AFTERNOON));
  }

  @Test
  void everyKeyOfAnEndIsMapped() throws Rejection {
    assertThat(read(END)).isEqualTo(new ControlMessage.EndSilence("s-1", NOON));
    assertThat(read(END.replace("}", ", \"from\": \"2026-12-01T14:00:00Z\"}")))
        .isEqualTo(new ControlMessage.EndSilence("s-1", millis("2026-12-01T14:00:00Z")));
  }

  @Test
  void everyKeyOfFeedbackIsMapped() throws Rejection {
    assertThat(read(FEEDBACK))
        .isEqualTo(
            new ControlMessage.GivenFeedback(
                new Feedback(
                    "5b1f",
                    "pump-17",
                    "pumps",
                    FeedbackVerdict.FALSE_ALARM,
                    "ana",
                    "cleaning",
                    millis("2026-12-01T11:00:00Z"),
                    millis("2026-12-01T09:00:00Z"),
                    millis("2026-12-01T10:00:00Z"))));
  }

  @ParameterizedTest
  @EnumSource
  void everyVerdictIsRead(FeedbackVerdict verdict) throws Rejection {
    assertThat(feedback(FEEDBACK.replace("false-alarm", verdict.label())).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void withoutDetectorsItConcernsAllOfThem() throws Rejection {
    assertThat(((ControlMessage.Silence) read(without("detectors", SILENCE))).detectors())
        .isEmpty();
  }

  @Test
  void withoutFromItHoldsFromTheRecordsKafkaTimestampOn() throws Rejection {
    assertThat(window(without("from", SILENCE)))
        .isEqualTo(new TimeWindow(NOON, millis("2026-12-01T16:00:00Z")));
    assertThat(feedback(without("from", FEEDBACK)).fromMillis()).isEqualTo(NOON);
  }

  @Test
  void itNeedNotSayWhenTheIncidentWas() throws Rejection {
    assertThat(feedback(without("opened", without("until", FEEDBACK))).tellsWhen()).isFalse();
  }

  @Test
  void aVerdictMayHoldFromADayAheadOn() throws Rejection {
    String ahead = "2026-12-02T12:00:00Z";
    assertThat(feedback(FEEDBACK.replace("2026-12-01T11:00:00Z", ahead)).fromMillis())
        .isEqualTo(millis(ahead));
  }

  @Test
  void eventsMayBeAheadOfTheClock() throws Rejection {
    String later = FEEDBACK.replace("T10:00:00Z", "T12:00:00Z").replace("2026-12-01", "2027-01-01");
    assertThat(feedback(later).fromMillis()).isEqualTo(millis("2027-01-01T11:00:00Z"));
  }

  @Test
  void withoutANoteThereIsNone() throws Rejection {
    assertThat(feedback(without("note", FEEDBACK)).note()).isNull();
  }

  private static Feedback feedback(String text) throws Rejection {
    return ((ControlMessage.GivenFeedback) read(text)).feedback();
  }

  @Test
  void nullIsAsGoodAsNothing() throws Rejection {
    assertThat(read(FEEDBACK.replace("\"cleaning\"", "null")))
        .isEqualTo(read(without("note", FEEDBACK)));
  }

  @Test
  void forSaysHowLongASilenceLastsFromWhereItBegins() throws Rejection {
    String lasting = without("until", SILENCE).replace("}", ", \"for\": \"2h\"}");
    assertThat(window(lasting))
        .isEqualTo(new TimeWindow(millis("2026-12-01T13:00:00Z"), millis("2026-12-01T15:00:00Z")));
    assertThat(window(without("from", lasting)))
        .isEqualTo(new TimeWindow(NOON, NOON + Duration.ofHours(2).toMillis()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-12-01T12:00:00.001Z",
        "2026-12-01 13:00Z",
        "2026-12-01T14:00+01:00[Europe/Berlin]"
      })
  void untilIsATimeWithItsOffset(String until) throws Rejection {
    String earlier = SILENCE.replace("2026-12-01T13:00:00Z", "2026-12-01T11:00:00Z");
    assertThat(window(earlier.replace("2026-12-01T17:00:00+01:00", until)).fromMillis())
        .isEqualTo(millis("2026-12-01T11:00:00Z"));
  }

  @Test
  void aSilenceMayHaveBegunBeforeItWasSaid() throws Rejection {
    assertThat(window(SILENCE.replace("T13:00:00Z", "T09:00:00Z")).fromMillis())
        .isEqualTo(millis("2026-12-01T09:00:00Z"));
  }

  @Test
  void aRecordWithoutTimestampIsReadWhereItSaysItsTime() throws Rejection {
    byte[] bytes = SILENCE.getBytes(UTF_8);
    assertThat(READER.read(bytes, -1)).isEqualTo(read(SILENCE));
  }

  @Test
  void theMarkInFrontOfUtf8IsPassedOver() throws Rejection {
    assertThat(read("\uFEFF" + END)).isEqualTo(read(END));
  }

  private static TimeWindow window(String silence) throws Rejection {
    return ((ControlMessage.Silence) read(silence)).window();
  }
}
