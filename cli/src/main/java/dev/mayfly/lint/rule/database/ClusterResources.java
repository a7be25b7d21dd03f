package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.platform.Quantity;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A cluster asks for memory or CPU in a way that is refused. */
public final class ClusterResources implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB015",
          "cluster-resources",
          Severity.ERROR,
          "a cluster asks for memory or CPU in a way that is refused",
          """
          The webhook refuses a request above its limit, and `shared_buffers` above the memory
          request. A value copied from production does not fit a small preview.
          """,
          "lower the request or `shared_buffers`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            resources: {requests: {memory: 512Mi}}
            postgresql: {parameters: {shared_buffers: 2GB}}
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
            enablePDB: false
            storage: {size: 20Gi, storageClass: previews}
            bootstrap:
              recovery:
                backup: {name: shop-pg-pr-17}
                database: shop
                owner: shop
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public Set<GroupKind> kinds() {
    return Set.of(GroupKind.CLUSTER);
  }

  @Override
  public void check(Resource resource, Findings out) {
    for (String name : List.of("cpu", "memory", "ephemeral-storage")) {
      Node request = resource.at("spec", "resources", "requests", name);
      Optional<Quantity> asked = Quantities.read(request);
      Optional<Quantity> most = Quantities.read(resource.at("spec", "resources", "limits", name));
      if (request != null
          && asked.isPresent()
          && most.isPresent()
          && asked.get().compareTo(most.get()) > 0) {
        out.add(request, "the request of `" + name + "` is above its limit");
      }
    }
    Node buffers = resource.at("spec", "postgresql", "parameters", "shared_buffers");
    Optional<Quantity> wanted = postgresSize(Fields.text(buffers));
    Optional<Quantity> memory =
        Quantities.read(resource.at("spec", "resources", "requests", "memory"));
    if (buffers != null
        && wanted.isPresent()
        && memory.isPresent()
        && wanted.get().compareTo(memory.get()) > 0) {
      out.add(buffers, "`shared_buffers` is above the memory request");
    }
  }

  /** PostgreSQL writes powers of 1024 as kB, MB and GB. */
  private static Optional<Quantity> postgresSize(String text) {
    Matcher matcher = Pattern.compile("([0-9]{1,9}) ?(kB|MB|GB|TB)").matcher(text);
    return matcher.matches()
        ? Quantity.read(
            matcher.group(1) + matcher.group(2).toUpperCase(Locale.ROOT).charAt(0) + "i")
        : Optional.empty();
  }
}
