package dev.kilter.tools.replay;

import java.io.Serializable;

/** How one kind of result becomes a line. */
interface LineFormat<T> extends Serializable {
  ResultLine line(T result);
}
