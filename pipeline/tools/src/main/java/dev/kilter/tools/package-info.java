/** The command line of Kilter: one class per subcommand, and what they share. */
package dev.kilter.tools;
