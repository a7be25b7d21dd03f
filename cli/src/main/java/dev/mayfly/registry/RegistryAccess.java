package dev.mayfly.registry;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import land.oras.Registry;
import land.oras.auth.AuthStore;
import land.oras.auth.AuthStoreAuthenticationProvider;

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

  /** ORAS's client, which reads the credentials when it is made. */
  Registry registry() {
    Registry.Builder builder =
        Registry.builder()
            .withAuthProvider(new AuthStoreAuthenticationProvider(AuthStore.newStore(credentials)));
    authorities.ifPresent(it -> builder.withCaFile(it));
    return builder.build();
  }
}
