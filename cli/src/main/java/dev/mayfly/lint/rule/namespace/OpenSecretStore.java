package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Previews share a secret store with everybody. */
public final class OpenSecretStore implements ResourceRule {
  private static final GroupKind STORE = new GroupKind("external-secrets.io", "ClusterSecretStore");

  @Override
  public void check(Corpus corpus, Resource secret, Findings out) {
    Node reference = secret.at("spec", "secretStoreRef", "name");
    boolean wide =
        secret.textOrEmpty("spec", "secretStoreRef", "kind").equals("ClusterSecretStore");
    if (reference == null || !wide || !PreviewScope.isPreview(secret)) {
      return;
    }
    corpus
        .find(STORE, "", NodeValues.text(reference))
        .filter(it -> !NodeValues.isSet(it.at("spec", "conditions")) && !corpus.isPatched(it))
        .ifPresent(it ->
            out.add(reference, "the ClusterSecretStore `" + it.name() + "` has no `conditions`"));
  }
}
