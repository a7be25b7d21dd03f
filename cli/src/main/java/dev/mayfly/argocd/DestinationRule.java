package dev.mayfly.argocd;

import dev.mayfly.yaml.Node;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One item of {@code spec.destinations} (Argo CD, {@code app_project_types.go}, {@code
 * isDestinationMatched}). Server and name are alternatives, not both needed. A leading {@code !}
 * inverts a field's match, so that whatever is not denied counts as allowed.
 */
record DestinationRule(String server, String name, String namespace) {
  /** What an item does to the decision. */
  enum Effect {
    ALLOWS,
    REJECTS,
    NOTHING
  }

  static DestinationRule of(Node item) {
    return new DestinationRule(
        item.textOrEmpty("server"), item.textOrEmpty("name"), item.textOrEmpty("namespace"));
  }

  /** All effects the item can have, given what is known of the cluster. */
  Set<Effect> effects(Destination destination) {
    Set<Effect> effects = EnumSet.noneOf(Effect.class);
    boolean inNamespace = matches(namespace, destination.namespace());
    for (boolean byName : outcomes(name, destination.name())) {
      for (boolean byServer : outcomes(server, destination.server())) {
        effects.add(effect(byName, byServer, inNamespace));
      }
    }
    return effects;
  }

  private Effect effect(boolean byName, boolean byServer, boolean inNamespace) {
    if ((byServer || byName) && inNamespace) {
      return Effect.ALLOWS;
    }
    boolean nameDenies = !byName && isDeny(name);
    boolean serverDenies = !byServer && isDeny(server) && inNamespace;
    boolean namespaceDenies = !inNamespace && isDeny(namespace) && byServer;
    return nameDenies || serverDenies || namespaceDenies ? Effect.REJECTS : Effect.NOTHING;
  }

  private static boolean[] outcomes(String pattern, Optional<String> value) {
    if (value.isPresent()) {
      return new boolean[] {matches(pattern, value.get())};
    }
    if (pattern.isEmpty()) {
      return new boolean[] {false};
    }
    return pattern.equals("*") ? new boolean[] {true} : new boolean[] {true, false};
  }

  private static boolean isDeny(String pattern) {
    return pattern.startsWith("!");
  }

  static boolean matches(String pattern, String value) {
    return isDeny(pattern)
        ? !GlobPattern.of(pattern.substring(1)).matches(value)
        : GlobPattern.of(pattern).matches(value);
  }
}
