/** The command {@code kilter tail}: what a pipeline tells, as it tells it, in the terminal. */
package dev.kilter.tools.tail;
