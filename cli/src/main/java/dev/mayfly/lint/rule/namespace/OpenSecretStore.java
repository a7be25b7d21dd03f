package dev.mayfly.lint.rule.namespace;

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

/** Previews share a secret store with everybody. */
public final class OpenSecretStore implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "NS015",
          "open-secret-store",
          Severity.WARNING,
          "previews share a secret store with everybody",
          """
          A ClusterSecretStore without `conditions` answers ExternalSecrets of every namespace, also
          of a namespace whose manifests come from a pull request: whoever opens one reads what the
          store can read, not only what is meant for previews.
          """,
          "give previews a store of their own, with `conditions` that name their namespaces",
          """
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            secretStoreRef: {kind: ClusterSecretStore, name: vault}
            data: [{secretKey: token, remoteRef: {key: previews/shop}}]
          ---
          apiVersion: external-secrets.io/v1
          kind: ClusterSecretStore
          metadata: {name: vault}
          spec:
            provider: {vault: {server: https://vault.example.dev, path: secret}}
          """,
          """
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata: {name: shop, namespace: pr-17-shop}
          spec:
            secretStoreRef: {kind: ClusterSecretStore, name: vault}
            data: [{secretKey: token, remoteRef: {key: previews/shop}}]
          ---
          apiVersion: external-secrets.io/v1
          kind: ClusterSecretStore
          metadata: {name: vault}
          spec:
            provider: {vault: {server: https://vault.example.dev, path: secret}}
            conditions: [{namespaceRegexes: ["^pr-[0-9]+-shop$"]}]
          """);

  private static final GroupKind STORE = new GroupKind("external-secrets.io", "ClusterSecretStore");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource secret : corpus.of(GroupKind.EXTERNAL_SECRET)) {
      Node reference = secret.at("spec", "secretStoreRef", "name");
      boolean wide =
          Fields.text(secret.at("spec", "secretStoreRef", "kind")).equals("ClusterSecretStore");
      if (reference == null || !wide || !PreviewScope.isPreview(secret)) {
        continue;
      }
      corpus
          .find(STORE, "", Fields.text(reference))
          .filter(it -> !Fields.isSet(it.at("spec", "conditions")) && !corpus.isPatched(it))
          .ifPresent(
              it ->
                  out.about(secret).add(reference, "`" + it.name() + "` answers every namespace"));
    }
  }
}
