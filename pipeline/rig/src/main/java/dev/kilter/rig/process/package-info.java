/** Processes that are started, killed, paused and ended from here. */
package dev.kilter.rig.process;
