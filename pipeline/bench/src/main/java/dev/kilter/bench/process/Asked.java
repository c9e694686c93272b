package dev.kilter.bench.process;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** What a process of its own was asked, and where it answers. */
public final class Asked {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path question;
  private final Path answer;

  private Asked(Path question, Path answer) {
    this.question = question;
    this.answer = answer;
  }

  /** By the arguments that it was started with. */
  public static Asked by(String[] arguments) {
    return new Asked(Path.of(arguments[0]), Path.of(arguments[1]));
  }

  /** The question. */
  public <Q> Q question(Class<Q> type) throws IOException {
    return JSON.readValue(question.toFile(), type);
  }

  /** Answers it. */
  public void answer(Object given) throws IOException {
    JSON.writeValue(answer.toFile(), given);
  }
}
