/** Two runs over one recording held against each other. */
package dev.kilter.tools.compare;
