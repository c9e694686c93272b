/** JSON lines: files with an object a line, whatever is wrong with one told with its place. */
package dev.kilter.tools.lines;
