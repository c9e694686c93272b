/** The command {@code kilter replay}: recorded events once more, with their times. */
package dev.kilter.tools.replay;
