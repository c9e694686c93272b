/** The commands about a pipeline file: is it right, and run it. */
package dev.kilter.tools.pipeline;
