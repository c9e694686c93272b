package dev.kilter.rig.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The pipeline of a trial: two detectors, of which one scores sequences and one carries its state
 * from event to event, both told to find fault with much, so that there are many alerts.
 *
 * @param models the model store
 * @param delivery what the file says of it
 */
public record PipelineText(Path models, String delivery) {
  private static final String TEXT =
      """
      name: rig
      kafka:
        bootstrap: "%s"
        events: %s
        alerts: %s
        dead-letters: %s
      channels:
        speed: {unit: rpm, range: [-200, 4000]}
        flow: {unit: m3/h, range: [-10, 120]}
        pressure: {unit: bar, range: [0, 12]}
        current: {unit: A, range: [-5, 60]}
        winding-temperature: {unit: Cel, range: [0, 150]}
        bearing-temperature: {unit: Cel, range: [0, 120]}
        vibration: {unit: mm/s, range: [-0.5, 10]}
        voltage: {unit: V, range: [300, 500]}
      time: {max-lateness: 5s, max-gap: 10m}
      start: earliest
      checkpoints: {interval: 2s, dir: "%s"}
      models: "%s"
      detectors:
        - {id: sequences, entities: "pump-*", model: pump-lstm-ae/1, threshold: {fixed: 0.01}, alert: {open: 1 of 2, close: 2, reopen: 2m, remind: 1m}}
        - {id: carried, entities: "pump-*", model: pump-lstm-forecaster/1, threshold: {fixed: 0.01}, alert: {open: 1 of 2, close: 2, reopen: 2m, remind: 1m}}
      runtime: {journal: "%s"}
      delivery: %s
      """;

  /** The models it takes from the store. */
  public static final List<String> MODELS = List.of("pump-lstm-ae/1", "pump-lstm-forecaster/1");

  /** The consumer group of its events. */
  public static final String GROUP = "kilter-rig";

  /** Writes the file. */
  public Path write(Topics topics, Path checkpoints, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        TEXT.formatted(
            topics.bootstrap(),
            topics.events(),
            topics.alerts(),
            topics.deadLetters(),
            Files.createDirectories(checkpoints).toUri(),
            models,
            Files.createDirectories(file.resolveSibling("journal")),
            delivery));
  }
}
