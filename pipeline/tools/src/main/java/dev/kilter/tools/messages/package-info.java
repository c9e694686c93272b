/** What a pipeline tells in its topics, read back, and how a person is told of it. */
package dev.kilter.tools.messages;
