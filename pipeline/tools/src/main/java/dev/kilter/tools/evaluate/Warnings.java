package dev.kilter.tools.evaluate;

import java.io.PrintWriter;

/** Tells what was left out; after the first few only how many more. */
final class Warnings {
  private static final int SHOWN = 20;

  private final PrintWriter err;
  private int count;

  Warnings(PrintWriter err) {
    this.err = err;
  }

  void add(String sentence) {
    if (count++ < SHOWN) {
      err.println("warning: " + sentence);
    }
  }

  void end() {
    if (count > SHOWN) {
      err.println("warning: " + (count - SHOWN) + " more like these.");
    }
    err.flush();
  }
}
