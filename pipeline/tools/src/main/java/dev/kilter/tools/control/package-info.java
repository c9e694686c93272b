/** Commands that tell a running pipeline something, through its control topic. */
package dev.kilter.tools.control;
