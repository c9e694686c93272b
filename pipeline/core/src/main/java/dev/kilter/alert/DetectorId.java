package dev.kilter.alert;

import java.io.Serializable;

/** Names a detector: its id, unique in its pipeline, and the pipeline. */
public record DetectorId(String pipeline, String detector) implements Serializable {}
