/** Everything that touches Kafka: the source, the sinks, and the check before the start. */
package dev.kilter.job.kafka;
