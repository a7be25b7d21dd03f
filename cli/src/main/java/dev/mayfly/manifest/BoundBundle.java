package dev.mayfly.manifest;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.ServedRoute;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Optional;

/** What the Application of one preview tells its bundle, by the same names as everything else. */
public record BoundBundle(String application, String namespace) {

  public static BoundBundle of(Blueprint blueprint, PreviewFacts facts) {
    return new BoundBundle(
        facts.bind(blueprint.names().application()), facts.bind(blueprint.names().namespace()));
  }

  /** The name of the preview's database objects, where it has a database. */
  public static Optional<String> database(Blueprint blueprint, PreviewFacts facts) {
    return blueprint.names().database().map(database -> facts.bind(database.object()));
  }

  /** The name of the Service that a route of the preview leads to. */
  public static String service(ServedRoute route, PreviewFacts facts) {
    return facts.bind(route.service());
  }

  /** The label by which the preview's policies know its pods in a shared namespace. */
  public static String podLabel(Blueprint blueprint) {
    return OverlayScope.podLabel(blueprint);
  }

  /** The value files that Argo CD hands to Helm, as the Application names them. */
  public static List<String> valueFiles(Blueprint blueprint) {
    return BundleSource.valueFiles(blueprint);
  }

  /**
   * The values of a Helm bundle.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (rendering) when a digest is not known
   */
  public static Optional<Tree> values(Blueprint blueprint, PreviewFacts facts) {
    return blueprint.values().map(values -> values.bind(new ConcreteBinding(facts)));
  }
}
