/** From the bytes of a Kafka record to an event, or to a dead letter that says why not. */
package dev.kilter.job.decode;
