package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.registry.ChartStore;
import dev.mayfly.registry.RegistryAccess;
import dev.mayfly.registry.TagResolver;
import java.net.ProxySelector;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Registries as the environment allows them: credentials, proxies and certificate authorities. */
public final class Registries {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private Registries() {}

  /** Registries, with the credentials that `docker login` and `podman login` leave behind. */
  public static TagResolver tags(Console console) {
    return new TagResolver(access(console));
  }

  /** Registries and repositories of charts; those over HTTP are read without credentials. */
  static ChartStore charts(Console console) {
    return new ChartStore(
        access(console), Connections.http(new Limits(LIMIT, LIMIT, LIMIT), console));
  }

  private static RegistryAccess access(Console console) {
    Map<String, String> env = console.env();
    // The registries' client has no setting of its own for proxies.
    ProxySelector.setDefault(Connections.proxies(env).selector());
    String home = env.getOrDefault("HOME", System.getProperty("user.home"));
    Path docker = Path.of(env.getOrDefault("DOCKER_CONFIG", home + "/.docker"), "config.json");
    String named = env.getOrDefault("REGISTRY_AUTH_FILE", "");
    String ca = env.getOrDefault(Connections.CA_FILE, "");
    return new RegistryAccess(
        ca.isEmpty() ? Optional.empty() : Optional.of(Path.of(ca)),
        List.of(named.isEmpty() ? docker : Path.of(named)),
        LIMIT,
        console.activity());
  }
}
