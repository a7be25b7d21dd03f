package dev.mayfly.platform;

import dev.mayfly.yaml.ScalarNode;

/**
 * The Service of the bundle that a route leads to.
 *
 * @param name a pattern as written
 * @param port the Service's port
 * @param targetPort the pods' port, which network policies see
 */
public record Service(ScalarNode name, int port, int targetPort) {}
