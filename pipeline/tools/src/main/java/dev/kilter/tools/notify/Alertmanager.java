package dev.kilter.tools.notify;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/**
 * Alertmanager: an open incident is an alert that fires, and is sent again and again, as Prometheus
 * does it, or Alertmanager would take it for resolved. Labels say which alert it is: when one
 * changes, what fired under the former labels is resolved. The channel that leads stays as it was
 * when the incident was first told, so that an incident is one alert for each severity it has had.
 */
final class Alertmanager implements Receiver {
  private static final int MOST_DUE = 64;

  private final AlertmanagerForm form;
  private final Duration every;
  private final LongSupplier nanos;

  /** What fires, by id; what was sent longest ago comes first. */
  private final Map<String, Firing> firing = new LinkedHashMap<>();

  /** What fires. */
  private record Firing(Notice notice, Map<String, String> labels, long sentNanos) {}

  /**
   * An Alertmanager to which nothing was sent yet.
   *
   * @param every how often what fires is sent again
   * @param nanos time that passes, as of {@link System#nanoTime}
   */
  Alertmanager(AlertmanagerForm form, Duration every, LongSupplier nanos) {
    this.form = form;
    this.every = every;
    this.nanos = nanos;
  }

  @Override
  public Post post(Notice notice) {
    Optional<Firing> former = Optional.ofNullable(firing.get(notice.id()));
    Map<String, String> labels = labels(notice, former);
    note(notice, labels, nanos.getAsLong());
    List<ObjectNode> alerts = new ArrayList<>();
    former
        .filter(before -> notice.isClosed() || !before.labels().equals(labels))
        .ifPresent(before -> alerts.add(form.resolved(notice, before.labels())));
    if (!notice.isClosed()) {
      alerts.add(form.firing(notice, labels));
    } else if (former.isEmpty()) {
      alerts.add(form.resolved(notice, labels));
    }
    return of(notice, alerts);
  }

  @Override
  public boolean remembers() {
    return true;
  }

  @Override
  public void remember(Notice notice) {
    Optional<Firing> former = Optional.ofNullable(firing.get(notice.id()));
    note(notice, labels(notice, former), nanos.getAsLong() - every.toNanos());
  }

  @Override
  public void forget(Collection<TopicPartition> partitions) {
    firing.values().removeIf(each -> partitions.contains(each.notice().partition()));
  }

  @Override
  public void drop(Notice notice) {
    firing.remove(notice.id());
  }

  @Override
  public List<Notice> due() {
    long now = nanos.getAsLong();
    List<Firing> due =
        firing.values().stream()
            .limit(MOST_DUE)
            .takeWhile(each -> now - each.sentNanos() >= every.toNanos())
            .toList();
    due.forEach(each -> note(each.notice(), each.labels(), now));
    return due.stream().map(Firing::notice).toList();
  }

  @Override
  public Optional<Post> again(Notice notice) {
    return Optional.ofNullable(firing.get(notice.id()))
        .map(each -> of(notice, List.of(form.firing(each.notice(), each.labels()))));
  }

  private Map<String, String> labels(Notice notice, Optional<Firing> former) {
    String channel =
        former
            .map(before -> before.labels().getOrDefault("channel", ""))
            .orElse(notice.leadingChannel());
    return form.labels(notice, channel);
  }

  private void note(Notice notice, Map<String, String> labels, long sentNanos) {
    firing.remove(notice.id());
    if (!notice.isClosed()) {
      firing.put(notice.id(), new Firing(notice, labels, sentNanos));
    }
  }

  private static Post of(Notice notice, List<ObjectNode> alerts) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", "application/json");
    headers.putAll(HttpEventHeaders.identity(notice));
    return new Post(headers, AlertmanagerForm.body(alerts));
  }
}
