package dev.mayfly.lint.rule.database;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A clone runs another PostgreSQL than its source. */
public final class OtherMajor implements CloneRule {
  private static final RuleCard CARD =
      new RuleCard(
          "DB024",
          "other-major",
          Severity.ERROR,
          "a clone runs another PostgreSQL than its source",
          """
          Data files of one major version are unreadable for another, and nothing checks it
          before the clone fails to start.
          """,
          "use the image of the source cluster",
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
            imageName: ghcr.io/cloudnative-pg/postgresql:16.9@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345
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

  private static final Pattern MAJOR = Pattern.compile(":([0-9]{1,2})(?:[.-][^@:/]*)?(?:@|$)");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Clones.Clone pair, Findings out) {
    Resource clone = pair.cluster();
    Resource source = pair.source();
    Node image = clone.at("spec", "imageName");
    Optional<String> has = major(Fields.text(image));
    Optional<String> needs = major(Fields.text(source.at("spec", "imageName")));
    if (image != null && has.isPresent() && needs.isPresent() && !has.equals(needs)) {
      out.add(image, "`" + source.name() + "` runs PostgreSQL " + needs.get());
    }
  }

  private static Optional<String> major(String image) {
    Matcher matcher = MAJOR.matcher(image);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
