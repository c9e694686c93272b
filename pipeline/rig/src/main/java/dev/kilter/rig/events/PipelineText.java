package dev.kilter.rig.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The pipeline of a trial: two detectors, of which one scores sequences and one carries its state
 * from event to event, both told to find fault with much, so that there are many alerts.
 *
 * @param delivery what the file says of it
 * @param crashing whether there is one more, for {@link Load#DEADLY}, on one of whose rows its
 *     network crashes
 */
public record PipelineText(String delivery, boolean crashing) {
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
        temperature: {unit: Cel}
      time: {max-lateness: 5s, max-gap: 10m}
      start: earliest
      checkpoints: {interval: 2s, dir: "%s"}
      models: "%s"
      detectors:
        - {id: sequences, entities: "pump-*", model: pump-lstm-ae/1, threshold: {fixed: 0.01}, alert: {open: 1 of 2, close: 2, reopen: 2m, remind: 1m}}
        - {id: carried, entities: "pump-*", model: pump-lstm-forecaster/1, threshold: {fixed: 0.01}, alert: {open: 1 of 2, close: 2, reopen: 2m, remind: 1m}}
      %sruntime: {journal: "%s"}
      delivery: %s
      """;

  private static final String CRASHING =
      "  - {id: crashing, entities: \""
          + Load.DEADLY
          + "\", model: crashing/1, threshold: {fixed: 1000000}}\n";

  /** The consumer group of its events. */
  public static final String GROUP = "kilter-rig";

  /** The one without a network that crashes. */
  public static PipelineText of(String delivery) {
    return new PipelineText(delivery, false);
  }

  /** The same, and one that judges {@link Load#DEADLY} as well, with a network that crashes. */
  public PipelineText withCrashing() {
    return new PipelineText(delivery, true);
  }

  /**
   * Writes the file.
   *
   * @param models the model store
   */
  public Path write(Topics topics, Path models, Path checkpoints, Path file) throws IOException {
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
            crashing ? CRASHING : "",
            Files.createDirectories(file.resolveSibling("journal")),
            delivery));
  }
}
