package dev.kilter.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ScreenTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Test
  void keepsTheProgressBelowTheLinesOfATerminal() {
    Screen screen = screen(true);

    screen.progress("10 %");
    screen.line("alert");

    assertThat(shown()).isEqualTo("\r\u001b[K10 %\r\u001b[Kalert\n10 %");
  }

  @Test
  void writesNoControlCharactersToAFile() {
    Screen screen = screen(false);

    screen.progress("10 %");
    screen.line("alert");
    screen.endProgress();

    assertThat(shown()).isEqualTo("alert\n");
  }

  @Test
  void onlyALineOfATerminalHasAWidth() {
    System.setProperty("kilter.columns", "80");
    try {
      assertThat(screen(true).columns()).isEqualTo(80);
      assertThat(screen(false).columns()).isEqualTo(Integer.MAX_VALUE);
    } finally {
      System.clearProperty("kilter.columns");
    }
    assertThat(screen(true).columns()).isEqualTo(Integer.MAX_VALUE);
  }

  private Screen screen(boolean terminal) {
    return new Screen(new PrintStream(bytes, true, StandardCharsets.UTF_8), terminal);
  }

  private String shown() {
    return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
