/** When somebody wants no alerts: maintenance windows and silences, by entity and event time. */
package dev.kilter.alert.quiet;
