/** What stood in the way of judging, as a run's files tell it. */
package dev.kilter.tools.health;
