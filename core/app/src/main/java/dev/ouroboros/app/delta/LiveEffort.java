package dev.ouroboros.app.delta;

import java.time.Duration;

/**
 * What a version has for a live task.
 *
 * @param seeds runs of each version on each task
 * @param evaluations candidates of a run
 * @param time of a run, which ends earlier if it has used its evaluations
 */
public record LiveEffort(int seeds, int evaluations, Duration time) {}
