package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.List;
import java.util.Optional;

/** A platform that passed every check, with the blueprint of each app in the order written. */
public record LoadedPlatform(
    Source source, Platform platform, List<Blueprint> blueprints, List<Problem> warnings) {

  public Optional<Blueprint> blueprint(String appName) {
    return blueprints.stream().filter(b -> b.app().name().equals(appName)).findFirst();
  }
}
