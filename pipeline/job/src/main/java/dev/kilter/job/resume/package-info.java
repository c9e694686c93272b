/** What becomes of the state of a savepoint under a pipeline file that may be another by now. */
package dev.kilter.job.resume;
