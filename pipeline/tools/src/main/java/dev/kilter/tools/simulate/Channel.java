package dev.kilter.tools.simulate;

/**
 * One measured quantity of a pump.
 *
 * @param unit the unit of {@code low}, {@code high} and {@code noise}
 * @param low no reading, healthy or faulty, lies below it
 * @param high no reading, healthy or faulty, lies above it
 * @param noise standard deviation of the white noise of the sensor
 */
public record Channel(String name, String unit, double low, double high, double noise) {}
