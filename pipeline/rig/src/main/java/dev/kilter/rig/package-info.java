/** The commands {@code kilter cluster} and {@code kilter faults}. */
package dev.kilter.rig;
