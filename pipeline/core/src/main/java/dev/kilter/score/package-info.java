/** How odd a sequence is, and what counts as too odd. */
package dev.kilter.score;
