/**
 * What is in a network is noted on the machine's disk while it is: so a sequence on which native
 * code crashes is found out, though the process that ran it is gone.
 */
package dev.kilter.job.journal;
