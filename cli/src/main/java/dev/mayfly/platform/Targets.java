package dev.mayfly.platform;

/** The releases that run in the cluster. What is newer than its target is refused, never pruned. */
public record Targets(
    Version argocd, Version cloudNativePg, Version gatewayApi, Version kubernetes) {}
