package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/**
 * A way to the preview from outside, as written.
 *
 * @param name by what it is told from the other routes of its app; empty where nothing gives one
 * @param host a pattern below the domain; that of all apps when empty
 * @param service where it leads; empty for a route that the bundle brings
 * @param targetPort the pods' port that is opened for it
 * @param field what it is called in {@code mayfly.yaml}
 */
public record Route(
    Optional<String> name,
    Optional<ScalarNode> host,
    Optional<Service> service,
    Optional<Integer> targetPort,
    String path,
    boolean primary,
    String field,
    Location where) {}
