/**
 * What comes in: events, what people say of incidents, and the records that could not become
 * either.
 */
package dev.kilter.event;
