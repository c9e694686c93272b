package dev.kilter.tools.notify;

import dev.kilter.UserError;
import dev.kilter.tools.simulate.LengthConverter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that say where alerts go, in which form, and how often that is tried. */
final class DestinationOptions {
  private static final Duration FIRST_WAIT = Duration.ofMillis(500);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
  private static final String ALERTMANAGER_PATH = "/api/v2/alerts";

  @ArgGroup(multiplicity = "1")
  private Address address;

  /** One of the two. */
  private static final class Address {
    @Option(
        names = "--alertmanager",
        paramLabel = "URL",
        description = "An Alertmanager, as in http://localhost:9093; told by its API v2.")
    private String alertmanager;

    @Option(
        names = "--webhook",
        paramLabel = "URL",
        description =
            "Any address that takes a POST. Without --template it gets the alert as it is, with"
                + " CloudEvents headers.")
    private String webhook;
  }

  @Option(
      names = "--template",
      paramLabel = "FILE",
      description =
          "The webhook's body: JSON with JSON pointers into the alert, as in {\"text\":"
              + " \"{{/summary}} ({{/entity}})\"}.")
  private Path template;

  @Option(
      names = "--header",
      paramLabel = "NAME=VALUE",
      description = "A further header of every request; may be given again.")
  private Map<String, String> headers = new LinkedHashMap<>();

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      defaultValue = "10s",
      converter = LengthConverter.class,
      description = "How long a request may take (${DEFAULT-VALUE}).")
  private Duration timeout;

  @Option(
      names = "--give-up-after",
      paramLabel = "DURATION",
      converter = LengthConverter.class,
      description =
          "An alert that is not taken for so long becomes a dead letter; without it, it is tried"
              + " for ever.")
  private Duration giveUpAfter;

  @Option(
      names = "--resend-every",
      paramLabel = "DURATION",
      defaultValue = "1m",
      converter = LengthConverter.class,
      description =
          "How often Alertmanager is told of what is open; less than its resolve_timeout"
              + " (${DEFAULT-VALUE}).")
  private Duration resendEvery;

  /**
   * Checks what can be checked before the start.
   *
   * @throws UserError if the options make no sense
   */
  void check() {
    require(template == null || address.webhook != null, "--template goes with --webhook.");
    require(timeout.toMillis() > 0, "--timeout must be longer than 0.");
    require(resendEvery.toMillis() > 0, "--resend-every must be longer than 0.");
  }

  /** Where requests go. */
  HttpTarget target() {
    return address.webhook == null
        ? HttpTarget.of(address.alertmanager, ALERTMANAGER_PATH, headers)
        : HttpTarget.of(address.webhook, "", headers);
  }

  /** Whom alerts of a pipeline are told to, and how. */
  Destination destination(String pipeline) {
    InstantSource clock = InstantSource.system();
    return new Destination(
        receiver(pipeline, clock),
        new HttpPoster(HttpPoster.client(timeout), target(), timeout, clock));
  }

  RetryRule rule() {
    return new RetryRule(
        new Backoff(FIRST_WAIT, LONGEST_WAIT, new SplittableRandom()),
        Optional.ofNullable(giveUpAfter));
  }

  private Receiver receiver(String pipeline, InstantSource clock) {
    return address.webhook == null
        ? new Alertmanager(new AlertmanagerForm(pipeline, clock), resendEvery, System::nanoTime)
        : new Webhook(pipeline, Optional.ofNullable(template).map(BodyTemplate::read));
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new UserError(rule);
    }
  }
}
