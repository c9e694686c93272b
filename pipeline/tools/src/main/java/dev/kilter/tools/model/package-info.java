/** The commands about model bundles. */
package dev.kilter.tools.model;
