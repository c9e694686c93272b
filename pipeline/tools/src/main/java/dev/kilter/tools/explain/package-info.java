/** Why a model gave a score: what was expected, each channel's part, and what the gates did. */
package dev.kilter.tools.explain;
