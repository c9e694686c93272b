package dev.kilter.alert;

/**
 * A message about an incident.
 *
 * @param detector the detector that found it
 * @param entity the entity in trouble
 * @param incident the incident as of this message
 * @param status whether trouble goes on
 * @param timeMillis event time of the message
 * @param findings what it rests on
 * @param late whether it rests on events that came too late and were judged apart
 * @param cause why it is told
 */
public record Alert(
    String detector,
    String entity,
    Incident incident,
    AlertStatus status,
    long timeMillis,
    Findings findings,
    boolean late,
    AlertCause cause) {}
