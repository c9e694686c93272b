/** What an averaged score may not exceed, and how that is learned of an entity. */
package dev.kilter.score.threshold;
