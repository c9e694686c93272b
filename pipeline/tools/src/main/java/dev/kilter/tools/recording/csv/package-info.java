/** CSV files as events and labels, as a mapping file says. */
package dev.kilter.tools.recording.csv;
