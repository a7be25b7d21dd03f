package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Set;

/** A cluster's image is not fixed. */
public final class MovingImage implements DocumentRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB012",
          "moving-image",
          Severity.ERROR,
          "a cluster's image is not fixed",
          """
          The webhook refuses the tag `latest` and a digest without a tag. A preview without a
          digest can start another build than the cluster its data come from.
          """,
          "write `name:17.5@sha256:<64 hex digits>`",
          """
          apiVersion: postgresql.cnpg.io/v1
          kind: Cluster
          metadata: {name: shop-pg-pr-17, namespace: shop}
          spec:
            instances: 1
            imageName: ghcr.io/cloudnative-pg/postgresql:latest
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
    Node image = resource.at("spec", "imageName");
    String text = Fields.text(image);
    if (image == null || text.isEmpty() || TemplateText.isTemplated(text)) {
      return;
    }
    String name = text.contains("@") ? text.substring(0, text.indexOf('@')) : text;
    boolean tagged = name.lastIndexOf(':') > name.lastIndexOf('/');
    if (name.endsWith(":latest")) {
      out.add(image, "the operator refuses the tag `latest`");
    } else if (text.contains("@") && !tagged) {
      out.add(image, "the operator refuses a digest without a tag");
    } else if (!text.contains("@sha256:") && PreviewScope.isPreview(resource)) {
      out.add(image, "`" + text + "` is not pinned by digest");
    }
  }
}
