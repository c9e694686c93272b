package dev.kilter.tools.notify;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;

/** The headers of a CloudEvent in HTTP's binary mode, from those it has in Kafka. */
final class HttpEventHeaders {
  private static final Pattern ATTRIBUTE = Pattern.compile("ce_[a-z0-9]{1,40}");

  private HttpEventHeaders() {}

  /** What a receiver knows a message by that comes again. */
  static Map<String, String> identity(Notice notice) {
    String id = encoded(notice.eventId());
    return Map.of("ce-id", id, "Idempotency-Key", id);
  }

  /**
   * All attributes; those that every CloudEvent has are made up where the record does not tell.
   *
   * @param pipeline the pipeline's name
   */
  static Map<String, String> all(Notice notice, String pipeline) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce-specversion", "1.0");
    headers.put("ce-type", type(notice));
    headers.put("ce-source", encoded(source(notice, pipeline)));
    for (Header header : notice.record().headers()) {
      if (header.value() != null && ATTRIBUTE.matcher(header.key()).matches()) {
        String text = new String(header.value(), StandardCharsets.UTF_8);
        headers.put(header.key().replace("ce_", "ce-"), encoded(text));
      }
    }
    headers.putAll(identity(notice));
    return headers;
  }

  private static String type(Notice notice) {
    String phase = notice.revision() == 1 ? "opened" : "updated";
    return "dev.kilter."
        + (notice.isGroup() ? "group." : "incident.")
        + (notice.isClosed() ? "closed" : phase);
  }

  private static String source(Notice notice, String pipeline) {
    String detector = notice.detector();
    return "/kilter/" + pipeline + (detector.isEmpty() ? "" : "/" + detector);
  }

  /** As the CloudEvents binding for HTTP has it: what is not printable ASCII is percent-encoded. */
  static String encoded(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      if (each > ' ' && each <= '~' && each != '"' && each != '%') {
        encoded.append((char) each);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", each & 0xff));
      }
    }
    return encoded.toString();
  }
}
