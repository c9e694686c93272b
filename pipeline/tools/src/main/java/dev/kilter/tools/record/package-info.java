/** The command {@code kilter record}: a Kafka topic into a file. */
package dev.kilter.tools.record;
