package dev.mayfly.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How registries are reached.
 *
 * @param authorities PEM file of those who may vouch for registries, when not Java's own list
 * @param credentials files in the format of Docker's {@code config.json}; those absent are skipped
 * @param limit how long one tag may take, redirects and log-in included
 */
public record RegistryAccess(Optional<Path> authorities, List<Path> credentials, Duration limit) {
  public RegistryAccess {
    credentials = List.copyOf(credentials);
  }
}
