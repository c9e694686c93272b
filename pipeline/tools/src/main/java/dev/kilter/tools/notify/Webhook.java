package dev.kilter.tools.notify;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Any receiver: without a template it gets the alert as it is, a CloudEvent in HTTP's binary mode;
 * with one, what that makes of it.
 */
final class Webhook implements Receiver {
  private final String pipeline;
  private final Optional<BodyTemplate> template;

  Webhook(String pipeline, Optional<BodyTemplate> template) {
    this.pipeline = pipeline;
    this.template = template;
  }

  @Override
  public Post post(Notice notice) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    if (template.isPresent()) {
      headers.putAll(HttpEventHeaders.identity(notice));
      return new Post(headers, template.get().fill(notice.json()));
    }
    headers.putAll(HttpEventHeaders.all(notice, pipeline));
    return new Post(headers, notice.body());
  }
}
