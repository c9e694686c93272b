package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/** The parts of a template as they are read; knows whether the next stands within a text. */
final class TemplateParts {
  private final List<TemplatePart> parts = new ArrayList<>();
  private boolean inText;

  void literal(String text) {
    parts.add(new TemplatePart.Literal(text));
    boolean escaped = false;
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (each == '"' && !escaped) {
        inText = !inText;
      }
      escaped = inText && each == '\\' && !escaped;
    }
  }

  void value(JsonPointer pointer) {
    parts.add(new TemplatePart.Value(pointer, inText));
  }

  List<TemplatePart> all() {
    return List.copyOf(parts);
  }
}
