/** Why an entity, or one of its channels, cannot be judged. */
package dev.kilter.health;
