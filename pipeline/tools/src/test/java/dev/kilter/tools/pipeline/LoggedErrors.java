package dev.kilter.tools.pipeline;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/** The errors that one class writes to the log, from now on until it is closed. */
final class LoggedErrors extends AbstractAppender implements AutoCloseable {
  private final Logger logger;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private LoggedErrors(Logger logger) {
    super("errors of " + logger.getName(), null, null, true, Property.EMPTY_ARRAY);
    this.logger = logger;
  }

  static LoggedErrors of(String className) {
    LoggedErrors errors = new LoggedErrors((Logger) LogManager.getLogger(className));
    errors.start();
    errors.logger.addAppender(errors);
    return errors;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void append(LogEvent event) {
    if (event.getLevel().equals(Level.ERROR)) {
      lines.add(event.getMessage().getFormattedMessage());
    }
  }

  @Override
  public void close() {
    logger.removeAppender(this);
    stop();
  }
}
