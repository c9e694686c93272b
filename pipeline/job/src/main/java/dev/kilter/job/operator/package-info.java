/** The stages as Flink operators: they hold state and call the core; the core decides. */
package dev.kilter.job.operator;
