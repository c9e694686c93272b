package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.event.DeadLetter;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of a pipeline.
 *
 * @param alerts messages about incidents
 * @param scores what was judged how, or not judged and why
 * @param rows what the entities' events came to, each row in its order
 * @param deadLetters inputs that could not be used
 */
public record Detections(
    DataStream<Alert> alerts,
    DataStream<ScoreReport> scores,
    DataStream<RowReport> rows,
    DataStream<DeadLetter> deadLetters) {}
