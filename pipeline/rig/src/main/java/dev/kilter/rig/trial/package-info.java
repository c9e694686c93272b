/** A pipeline under load, what is done to it, and what has become of its alerts. */
package dev.kilter.rig.trial;
