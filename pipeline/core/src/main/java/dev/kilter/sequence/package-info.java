/** Rows in event-time order, gathered into the sequences a model looks at. */
package dev.kilter.sequence;
