package dev.mayfly.argocd;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonListing;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.io.ByteArrayInputStream;
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
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when it is none, or not whole
   */
  public static LiveApplications read(String name, byte[] bytes) {
    List<Node> applications = new ArrayList<>();
    if (startsAsList(bytes)) {
      Node list = new JsonReader(Budget.LINT).read(name, bytes).single(Fault.CONFIGURATION);
      applications.addAll(((ListNode) list).items());
    } else {
      new JsonListing(
              FIELDS,
              new JsonListing.Receiver() {
                @Override
                public void object(MapNode object) {
                  if ("Application".equals(object.textAt("kind"))) {
                    applications.add(object);
                  }
                }

                @Override
                public void list(MapNode head) {}
              })
          .read(name, new ByteArrayInputStream(bytes));
    }
    return new LiveApplications(List.copyOf(applications));
  }

  private static boolean startsAsList(byte[] bytes) {
    for (byte each : bytes) {
      if (each > ' ') {
        return each == '[';
      }
    }
    return false;
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
    if (application.at("metadata", "ownerReferences") instanceof ListNode owners) {
      for (Node owner : owners.items()) {
        if ("true".equals(owner.textAt("controller"))) {
          return Optional.of(new Owner(owner.textOrEmpty("kind"), owner.textOrEmpty("name")));
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIn(String namespace, Node application) {
    return namespace.isEmpty() || namespace.equals(application.textAt("metadata", "namespace"));
  }
}
