/** The demo: everything on one machine, and at the end the truth beside what was found. */
package dev.kilter.tools.demo;
