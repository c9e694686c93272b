/** What comes in: events, and the records that could not become one. */
package dev.kilter.event;
