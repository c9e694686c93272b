package dev.kilter.alert;

import java.util.List;

/**
 * What an alert rests on.
 *
 * @param score the averaged score
 * @param threshold what it was held against
 * @param peak the incident's highest score so far
 * @param channels the leading channels, the largest part first
 * @param classes the classes that it most probably is of; empty without classifier
 * @param model which model judged
 * @param evidence what it takes to score the moment again
 */
public record Findings(
    double score,
    double threshold,
    double peak,
    List<ChannelPart> channels,
    List<ClassProbability> classes,
    ModelReference model,
    Evidence evidence) {}
