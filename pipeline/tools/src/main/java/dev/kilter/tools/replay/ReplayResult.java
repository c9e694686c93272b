package dev.kilter.tools.replay;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What came out of a replay.
 *
 * @param folder where the result files are
 * @param alerts lines in alerts.jsonl
 * @param scores lines in scores.jsonl
 * @param rows lines in rows.jsonl
 * @param health lines in health.jsonl
 * @param deadLetters lines in dead-letters.jsonl
 * @param groups lines in groups.jsonl, if the pipeline file asks for groups
 * @param feedback lines in feedback.jsonl, if people say something
 * @param took by the clock, from the first event read to the last result
 */
record ReplayResult(
    Path folder,
    long alerts,
    long scores,
    long rows,
    long health,
    long deadLetters,
    long groups,
    long feedback,
    Duration took) {}
