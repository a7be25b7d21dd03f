package dev.mayfly.platform;

import java.util.Optional;

/** What all previews together may request, as Kubernetes quantities. */
public record Capacity(Optional<String> memory, Optional<String> cpu) {}
