package dev.kilter.tools.tail;

import dev.kilter.tools.Screen;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Whether lines have colour. */
enum ColourChoice {
  /** On a terminal, unless NO_COLOR says otherwise. */
  AUTO,
  /** Into a file or a pipe too. */
  ALWAYS,
  /** Not even on a terminal. */
  NEVER;

  /** Whether there is colour on this screen. */
  boolean on(Screen screen) {
    return switch (this) {
      case AUTO -> screen.hasColour();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  /** Reads a choice by its name in small letters. */
  static final class Converter implements ITypeConverter<ColourChoice> {
    @Override
    public ColourChoice convert(String text) {
      for (ColourChoice choice : values()) {
        if (choice.name().toLowerCase(Locale.ROOT).equals(text)) {
          return choice;
        }
      }
      throw new TypeConversionException("'" + text + "' is not auto, always or never");
    }
  }
}
