package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A platform that passed every check.
 *
 * @param document all that was written
 * @param blueprints of each app in the order written
 * @param environments of what the apps of each environment share
 */
public record LoadedPlatform(
    Node document,
    Platform platform,
    List<Blueprint> blueprints,
    List<Blueprint> environments,
    List<Problem> warnings) {

  /** All that has a folder, an Application and a policy of its own. */
  public List<Blueprint> all() {
    return Stream.concat(blueprints.stream(), environments.stream()).toList();
  }

  /** The blueprint of an app or an environment by its name. */
  public Optional<Blueprint> blueprint(String name) {
    return all().stream().filter(b -> b.app().name().equals(name)).findFirst();
  }

  /** What an app shares with others; empty where it shares nothing. */
  public Optional<Blueprint> environment(App app) {
    return app.environment().flatMap(this::blueprint);
  }
}
