/** Sends dead letters back to the topic they came from, after what was wrong is mended. */
package dev.kilter.tools.redrive;
