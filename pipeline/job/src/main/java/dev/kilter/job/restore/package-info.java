/** What is looked at before a pipeline goes on from saved state. */
package dev.kilter.job.restore;
