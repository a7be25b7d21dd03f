package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** Previews share a secret store with everybody. */
public final class OpenSecretStore implements CorpusRule {
  private static final GroupKind STORE = new GroupKind("external-secrets.io", "ClusterSecretStore");

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource secret : corpus.of(GroupKind.EXTERNAL_SECRET)) {
      Node reference = secret.at("spec", "secretStoreRef", "name");
      boolean wide =
          secret.textOrEmpty("spec", "secretStoreRef", "kind").equals("ClusterSecretStore");
      if (reference == null || !wide || !PreviewScope.isPreview(secret)) {
        continue;
      }
      corpus
          .find(STORE, "", NodeValues.text(reference))
          .filter(it -> !NodeValues.isSet(it.at("spec", "conditions")) && !corpus.isPatched(it))
          .ifPresent(
              it ->
                  out.about(secret)
                      .add(
                          reference,
                          "the ClusterSecretStore `" + it.name() + "` has no `conditions`"));
    }
  }
}
