/** One self-contained web page from the result files of a run. */
package dev.kilter.tools.report;
