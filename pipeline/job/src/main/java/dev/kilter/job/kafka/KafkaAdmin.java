package dev.kilter.job.kafka;

import dev.kilter.UserError;
import dev.kilter.job.config.KafkaConfig;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;

/** Asks the Kafka of a pipeline, and says in words why it does not answer. */
public final class KafkaAdmin {
  /** How long an answer is waited for. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConfig kafka;

  /** To ask the Kafka that a pipeline file names. */
  public KafkaAdmin(KafkaConfig kafka) {
    this.kafka = kafka;
  }

  /**
   * Asks something.
   *
   * @throws UserError when the answer does not come, or is that this is not allowed
   */
  public <T> T ask(Question<T> question) {
    try (Admin admin = Admin.create(properties())) {
      return question.ask(admin);
    } catch (ExecutionException e) {
      throw silent(e.getCause());
    } catch (KafkaException e) {
      throw silent(e.getCause() == null ? e : e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("Interrupted while asking " + kafka.bootstrap() + ".", e);
    }
  }

  /** Client properties with which the Kafka is found, without those of a pipeline's ends. */
  Properties properties() {
    Properties properties = new Properties();
    properties.putAll(kafka.properties());
    properties.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrap());
    String patience = String.valueOf(PATIENCE.toMillis());
    properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, patience);
    properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, patience);
    return properties;
  }

  private UserError silent(Throwable cause) {
    return cause instanceof AuthorizationException ? forbidden(cause) : unreachable(cause);
  }

  private UserError forbidden(Throwable cause) {
    return new UserError(
        "Kafka at "
            + kafka.bootstrap()
            + " does not allow what is needed before the start ("
            + cause.getMessage()
            + "): give the right to the user that kafka.properties in the pipeline file name.",
        cause);
  }

  private UserError unreachable(Throwable cause) {
    return new UserError(
        "The Kafka broker at "
            + kafka.bootstrap()
            + " does not answer ("
            + cause.getMessage()
            + "): start it, or correct kafka.bootstrap in the pipeline file or the variable it"
            + " names.",
        cause);
  }

  /** Something that is asked. */
  public interface Question<T> {
    /** Asks it. */
    T ask(Admin admin) throws ExecutionException, InterruptedException;
  }
}
