/** Tells alerts to an Alertmanager or a webhook, each one in the order of its incident. */
package dev.kilter.tools.notify;
