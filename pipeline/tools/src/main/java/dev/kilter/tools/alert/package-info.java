/** A look into one alert: what it rests on, fetched again and scored again. */
package dev.kilter.tools.alert;
