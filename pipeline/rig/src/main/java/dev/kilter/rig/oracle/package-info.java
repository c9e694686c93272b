/** Holds what has come out of a disturbed pipeline against what comes out of an undisturbed one. */
package dev.kilter.rig.oracle;
