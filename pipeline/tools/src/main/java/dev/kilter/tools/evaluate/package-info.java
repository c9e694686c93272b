/** Holds scores and alerts against labels: how well a detector ranks, alarms and stays quiet. */
package dev.kilter.tools.evaluate;
