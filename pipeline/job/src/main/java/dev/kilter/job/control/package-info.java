/** What people tell a running pipeline: silences, their ends, and what they think of incidents. */
package dev.kilter.job.control;
