package dev.kilter.tools.messages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kilter.tools.lines.JsonFields;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ToldTest {
  private static final Told OPENED = told("\"revision\":1,\"status\":\"open\"");
  private static final Told CLOSED = told("\"revision\":2,\"status\":\"closed\"");
  private static final Told REOPENED = told("\"revision\":3,\"status\":\"open\"");

  @Test
  void theLaterRevisionCountsInWhateverOrderTheyCome() {
    assertThat(OPENED.or(CLOSED)).isEqualTo(CLOSED);
    assertThat(CLOSED.or(OPENED)).isEqualTo(CLOSED);
  }

  @Test
  void whatWasClosedCanBeOpenAgain() {
    assertThat(OPENED.or(CLOSED).or(REOPENED).closedMillis()).isNull();
  }

  @Test
  void flappingIsOpen() {
    assertThat(told("\"revision\":1,\"status\":\"flapping\"").closedMillis()).isNull();
  }

  @Test
  void withoutRevisionsAnEndComesLast() {
    Told open = told("\"status\":\"open\"");
    Told closed = told("\"status\":\"closed\"");
    assertThat(open.or(closed)).isEqualTo(closed);
    assertThat(closed.or(open)).isEqualTo(closed);
  }

  private static Told told(String fields) {
    String line =
        "{\"incident\":\"5b\",\"detector\":\"pumps\",\"entity\":\"pump-1\","
            + "\"opened\":\"1970-01-01T00:00:01Z\",\"time\":\"1970-01-01T00:00:05Z\","
            + fields
            + "}";
    byte[] json = line.getBytes(StandardCharsets.UTF_8);
    return Told.of(AlertMessage.inFile(JsonFields.parse("alerts.jsonl:1", json)));
  }
}
