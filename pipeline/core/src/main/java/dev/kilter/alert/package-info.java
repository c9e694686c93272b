/** From verdicts to incidents, and from incidents to the alerts people read. */
package dev.kilter.alert;
