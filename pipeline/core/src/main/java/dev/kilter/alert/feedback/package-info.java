/** What people's verdicts on incidents change, within bounds, and why. */
package dev.kilter.alert.feedback;
