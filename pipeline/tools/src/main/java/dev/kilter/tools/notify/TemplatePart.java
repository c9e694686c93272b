package dev.kilter.tools.notify;

import com.fasterxml.jackson.core.JsonPointer;

/** A part of a template. */
sealed interface TemplatePart {

  /** What stays as it is. */
  record Literal(String text) implements TemplatePart {}

  /**
   * What a value comes in the place of.
   *
   * @param pointer which value of the alert
   * @param inText whether it stands within a text
   */
  record Value(JsonPointer pointer, boolean inText) implements TemplatePart {}
}
