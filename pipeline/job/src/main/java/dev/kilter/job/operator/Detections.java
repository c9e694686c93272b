package dev.kilter.job.operator;

import dev.kilter.alert.Alert;
import dev.kilter.alert.FeedbackOutcome;
import dev.kilter.event.DeadLetter;
import dev.kilter.health.HealthMessage;
import dev.kilter.sequence.Envelope;
import dev.kilter.sequence.Sequence;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What comes out of a pipeline.
 *
 * @param alerts messages about incidents
 * @param scores what was judged how, or not judged and why
 * @param rows what the entities' events came to, each row in its order
 * @param health what stands in the way of judging, as it begins and ends
 * @param feedback what people's verdicts have changed
 * @param deadLetters inputs that could not be used
 * @param sequences what the models were shown, or why nothing
 */
public record Detections(
    DataStream<Alert> alerts,
    DataStream<ScoreReport> scores,
    DataStream<RowReport> rows,
    DataStream<HealthMessage> health,
    DataStream<FeedbackOutcome> feedback,
    DataStream<DeadLetter> deadLetters,
    DataStream<Envelope<Sequence>> sequences) {}
