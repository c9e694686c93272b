/** What is left of jobs and models that have ended. */
package dev.kilter.rig.leak;
