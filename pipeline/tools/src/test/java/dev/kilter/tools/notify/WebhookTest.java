package dev.kilter.tools.notify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WebhookTest {
  private static final String ALERT = Notices.json("5b1f", 2, "open", "major");

  @Test
  void withoutATemplateTheBodyIsTheAlertByteForByte() {
    Post post = new Webhook("test", Optional.empty()).post(Notices.notice(ALERT));

    assertThat(post.body()).isEqualTo(ALERT.getBytes(UTF_8));
  }

  @Test
  void theAttributesOfTheEventAreHeaders() {
    var record = Notices.record(0, ALERT);
    record.headers().add("ce_specversion", "1.0".getBytes(UTF_8));
    record.headers().add("ce_id", "5b1f/2".getBytes(UTF_8));
    record.headers().add("ce_type", "dev.kilter.incident.updated".getBytes(UTF_8));
    record.headers().add("ce_source", "/kilter/test/pumps".getBytes(UTF_8));
    record.headers().add("ce_subject", "Pümpe \"17\" 100%".getBytes(UTF_8));
    record.headers().add("content-type", "application/json".getBytes(UTF_8));
    record.headers().add("ce_no-attribute", "x".getBytes(UTF_8));

    assertThat(new Webhook("test", Optional.empty()).post(Notices.notice(record)).headers())
        .containsOnly(
            entry("Content-Type", "application/json"),
            entry("ce-specversion", "1.0"),
            entry("ce-id", "5b1f/2"),
            entry("Idempotency-Key", "5b1f/2"),
            entry("ce-type", "dev.kilter.incident.updated"),
            entry("ce-source", "/kilter/test/pumps"),
            entry("ce-subject", "P%C3%BCmpe%20%2217%22%20100%25"));
  }

  @Test
  void whatEveryEventHasIsMadeUpWhereTheRecordDoesNotTell() {
    String closed = Notices.json("5b1f", 3, "closed", "major");

    assertThat(new Webhook("test", Optional.empty()).post(Notices.notice(closed)).headers())
        .contains(
            entry("ce-specversion", "1.0"),
            entry("ce-id", "5b1f/3"),
            entry("ce-type", "dev.kilter.incident.closed"),
            entry("ce-source", "/kilter/test/pumps"));
  }

  @Test
  void withATemplateTheHeadersSayOnlyWhichMessageItIs() {
    BodyTemplate template = BodyTemplate.parse(Path.of("t"), "{\"text\": \"{{/entity}}\"}");
    Post post = new Webhook("test", Optional.of(template)).post(Notices.notice(ALERT));

    assertThat(post.headers())
        .containsOnly(
            entry("Content-Type", "application/json"),
            entry("ce-id", "5b1f/2"),
            entry("Idempotency-Key", "5b1f/2"));
    assertThat(new String(post.body(), UTF_8)).isEqualTo("{\"text\": \"pump-17\"}");
  }
}
