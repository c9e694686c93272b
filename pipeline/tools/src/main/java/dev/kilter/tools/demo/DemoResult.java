package dev.kilter.tools.demo;

/**
 * What a demo ends with.
 *
 * @param kilter how Kilter did
 * @param zScore how a plain z-score did on the same events
 * @param eventsPerSecond events from the first one written to the last one judged, by the clock
 */
record DemoResult(DemoPlan plan, Tally kilter, Tally zScore, double eventsPerSecond) {}
