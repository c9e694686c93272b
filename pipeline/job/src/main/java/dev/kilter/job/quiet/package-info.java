/** Quiet times that come again by a rule of iCalendar, in the local time of a zone. */
package dev.kilter.job.quiet;
