/** How what flows and what is kept is written: versioned serializers, no reflection, no Kryo. */
package dev.kilter.job.type;
