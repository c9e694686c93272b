package dev.kilter.tools.simulate;

/**
 * How often what goes wrong on the way from a sensor to the topic.
 *
 * @param split of a hundred readings, so many arrive as one message per channel
 * @param missing of a hundred values, so many are missing
 * @param doubled of a hundred messages, so many arrive twice
 * @param tooLate of a hundred messages, so many arrive a minute to five late
 * @param rubbish to a hundred readings, so many messages that are none
 * @param outages of ten thousand readings, so many are the first of two minutes without any
 */
record Mess(int split, int missing, int doubled, int tooLate, int rubbish, int outages) {
  /** What {@code --messy} means. */
  static final Mess STANDARD = new Mess(15, 3, 5, 1, 1, 3);
}
