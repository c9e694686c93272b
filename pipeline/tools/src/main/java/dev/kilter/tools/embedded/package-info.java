/** A real Kafka broker inside this process, with everything it leaves behind. */
package dev.kilter.tools.embedded;
