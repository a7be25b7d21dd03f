package dev.mayfly.platform;

import dev.mayfly.kubernetes.Amounts;

/**
 * One part of what a preview runs.
 *
 * @param inPreview whether it runs in the preview's own namespace, where the quota counts it
 * @param counted false for what never runs beside the rest
 */
public record WorkloadShare(String what, Amounts amounts, boolean inPreview, boolean counted) {}
