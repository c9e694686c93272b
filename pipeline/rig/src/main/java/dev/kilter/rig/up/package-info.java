/** A cluster that stays up after the command that started it. */
package dev.kilter.rig.up;
