package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.JsonListing;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The Applications of a cluster, as {@code kubectl get applications -o json} or {@code argocd app
 * list -o json} print them; without their state, which decides nothing here.
 */
public record LiveApplications(List<Node> all) {
  private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "metadata", "spec");

  /**
   * Reads the whole listing.
   *
   * @throws ProblemsException (configuration) when it is none, not whole, or of something else
   */
  public static LiveApplications read(String name, InputStream in) {
    Listed listed = new Listed();
    new JsonListing(FIELDS, listed).read(name, in);
    if (listed.other.isPresent()) {
      throw Fault.CONFIGURATION.error(
          "no-applications",
          Location.ofFile(name),
          MessageText.quoted(name) + " holds " + listed.other.get() + ", not Applications alone",
          "give `kubectl get applications -n argocd -o json`, or `argocd app list -o json`");
    }
    return new LiveApplications(List.copyOf(listed.applications));
  }

  private static final class Listed implements JsonListing.Receiver {
    private final List<Node> applications = new ArrayList<>();
    private Optional<String> other = Optional.empty();

    /** Argo CD's own list says no kind. */
    @Override
    public void object(MapNode object) {
      String kind = object.textOrEmpty("kind");
      if (object.textOrEmpty("metadata", "name").isEmpty()
          || !(object.at("spec") instanceof MapNode)
          || !(kind.isEmpty() || kind.equals("Application"))) {
        other = Optional.of(kind.isEmpty() ? "what has no kind" : "a " + MessageText.quoted(kind));
      } else {
        applications.add(object);
      }
    }
  }

  /** Whether there are some, and a set controls none of them. */
  public boolean isOfOthers(Node set) {
    return !all.isEmpty()
        && ofSet(set.textOrEmpty("metadata", "namespace"), set.textOrEmpty("metadata", "name"))
            .isEmpty();
  }

  /** Whether a listed object is an Application; Argo CD's own lists say of what kind none is. */
  public static boolean isOne(MapNode object) {
    String kind = object.textAt("kind");
    return kind == null ? object.textAt("spec", "project") != null : kind.equals("Application");
  }

  /** The Applications of a namespace by name; of any namespace where none is given. */
  Map<String, Node> byName(String namespace) {
    Map<String, Node> byName = new HashMap<>();
    for (Node application : all) {
      if (isIn(namespace, application)) {
        byName.put(String.valueOf(application.textAt("metadata", "name")), application);
      }
    }
    return byName;
  }

  /** Those that a set controls. */
  List<Node> ofSet(String namespace, String set) {
    return all.stream()
        .filter(it -> isIn(namespace, it))
        .filter(it -> owner(it).filter(owner -> owner.isSet(set)).isPresent())
        .toList();
  }

  /** Who controls an Application; there is at most one. */
  record Owner(String kind, String name) {
    boolean isSet(String set) {
      return kind.equals("ApplicationSet") && name.equals(set);
    }
  }

  static Optional<Owner> owner(Node application) {
    return application.itemsAt("metadata", "ownerReferences").stream()
        .filter(it -> "true".equals(it.textAt("controller")))
        .findFirst()
        .map(it -> new Owner(it.textOrEmpty("kind"), it.textOrEmpty("name")));
  }

  private static boolean isIn(String namespace, Node application) {
    return namespace.isEmpty() || namespace.equals(application.textAt("metadata", "namespace"));
  }
}
