/** Events whose truth is known, on their way into the cluster, and what comes out of it. */
package dev.kilter.rig.events;
