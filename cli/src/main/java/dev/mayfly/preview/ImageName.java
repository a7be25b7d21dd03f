package dev.mayfly.preview;

import java.util.Locale;

/**
 * The name of an image without tag and digest, completed as container runtimes complete it: without
 * a registry it is Docker Hub's, and there without an owner {@code library}'s (distribution source,
 * {@code reference.splitDockerDomain}).
 *
 * @param path may hold the wildcards of an {@link ImagePattern}
 */
public record ImageName(String registry, String path) {
  static final String HUB = "docker.io";
  static final String OFFICIAL = "library/";
  private static final String HUB_OF_OLD = "index.docker.io";

  public static ImageName of(String written) {
    int slash = written.indexOf('/');
    String first = slash < 0 ? "" : written.substring(0, slash);
    boolean named = isRegistry(first);
    String registry = named && !first.equals(HUB_OF_OLD) ? first : HUB;
    String path = named ? written.substring(slash + 1) : written;
    boolean official = registry.equals(HUB) && path.indexOf('/') < 0;
    return new ImageName(registry, official ? OFFICIAL + path : path);
  }

  /** Whether what stands before the first slash is a host, not an owner at Docker Hub. */
  static boolean isRegistry(String first) {
    return first.contains(".")
        || first.contains(":")
        || first.equals("localhost")
        || !first.equals(first.toLowerCase(Locale.ROOT));
  }

  /** By hand, as what a record brings is linked anew at every start. */
  @Override
  public boolean equals(Object other) {
    return other instanceof ImageName name
        && registry.equals(name.registry)
        && path.equals(name.path);
  }

  @Override
  public int hashCode() {
    return 31 * registry.hashCode() + path.hashCode();
  }

  @Override
  public String toString() {
    return registry + "/" + path;
  }
}
