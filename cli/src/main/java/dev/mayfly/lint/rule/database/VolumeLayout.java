package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import java.util.Set;
import java.util.TreeSet;

/** A clone has other volumes than its source. */
public final class VolumeLayout implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB007",
          "volume-layout",
          Severity.ERROR,
          "a clone has other volumes than its source",
          """
          A source with a WAL volume leaves a link in its data that points nowhere in a clone
          without one; a clone with one waits for a snapshot that does not exist. Both never
          start.
          """,
          "give the clone the same `walStorage` and `tablespaces` as the source",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            walStorage: {size: 5Gi}
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            bootstrap: {initdb: {database: shop, owner: shop}}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          ---
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
          """,
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:17.5
            storage: {size: 20Gi, storageClass: fast}
            backup: {volumeSnapshot: {className: longhorn-snap, snapshotOwnerReference: backup}}
            bootstrap: {initdb: {database: shop, owner: shop}}
          ---
          apiVersion: postgresql.cnpg.io/v1
          kind: Backup
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            cluster: {name: shop-pg}
            method: volumeSnapshot
            online: true
          ---
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
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    if (!pair.fromSnapshot()) {
      return;
    }
    boolean has = Fields.isSet(clone.at("spec", "walStorage"));
    boolean should = Fields.isSet(source.at("spec", "walStorage"));
    if (has != should) {
      out.add(
          clone.nearest("spec", "walStorage"),
          "`%s` has %s WAL volume".formatted(source.name(), should ? "a" : "no"));
    }
    Set<String> tablespaces = names(source);
    if (!tablespaces.equals(names(clone))) {
      out.add(
          clone.nearest("spec", "tablespaces"),
          "the tablespaces of `" + source.name() + "` differ");
    }
  }

  private static Set<String> names(Resource cluster) {
    Set<String> names = new TreeSet<>();
    Fields.maps(cluster.at("spec", "tablespaces"))
        .forEach(it -> names.add(Fields.text(it.get("name"))));
    return names;
  }
}
