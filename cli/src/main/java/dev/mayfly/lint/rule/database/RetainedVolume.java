package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;

/** The volumes of previews are never deleted. */
public final class RetainedVolume implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB020",
          "retained-volume",
          Severity.WARNING,
          "the volumes of previews are never deleted",
          """
          A storage class with `reclaimPolicy: Retain` keeps every volume whose claim is gone:
          one for each pull request.
          """,
          "use a class with `reclaimPolicy: Delete`",
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
          ---
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata: {name: previews}
          provisioner: driver.longhorn.io
          reclaimPolicy: Retain
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
          ---
          apiVersion: storage.k8s.io/v1
          kind: StorageClass
          metadata: {name: previews}
          provisioner: driver.longhorn.io
          reclaimPolicy: Delete
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      for (String volume : List.of("storage", "walStorage")) {
        Node name = cluster.at("spec", volume, "storageClass");
        Optional<Resource> type = corpus.find(GroupKind.STORAGE_CLASS, "", Fields.text(name));
        boolean kept = type.filter(it -> "Retain".equals(it.text("reclaimPolicy"))).isPresent();
        if (name != null && kept && PreviewScope.isPreview(cluster)) {
          out.about(cluster).add(name, "the class `" + Fields.text(name) + "` keeps its volumes");
        }
      }
    }
  }
}
