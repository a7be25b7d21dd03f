package dev.mayfly.platform;

/**
 * The cluster of all previews, in the very words by which Argo CD knows it. It compares strings, so
 * nothing is normalised (Argo CD, {@code AppProject.isDestinationMatched}).
 *
 * @param byName whether that is the name of the registered cluster, or else its API server's URL
 */
public record TargetCluster(boolean byName, String value) {}
