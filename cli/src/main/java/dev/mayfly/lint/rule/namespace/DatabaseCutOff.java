package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.PreviewScope;
import java.util.List;

/** A default-deny policy cuts a database off from its operator. */
public final class DatabaseCutOff implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      if (!PreviewScope.isPreview(cluster) || cluster.namespace().isEmpty()) {
        continue;
      }
      List<Resource> policies =
          corpus.inNamespace(cluster.namespace()).stream()
              .filter(it -> it.is(GroupKind.NETWORK_POLICY))
              .toList();
      boolean entered =
          policies.stream()
              .anyMatch(
                  it ->
                      Policies.selects(it, cluster.name())
                          && Fields.isSet(it.at("spec", "ingress")));
      boolean left =
          policies.stream()
              .anyMatch(it -> Policies.selects(it, cluster.name()) && Policies.leaves(it));
      out.about(cluster);
      if (policies.stream().anyMatch(Policies::deniesIngress) && !entered) {
        out.add(cluster.subject(), "no policy lets the operator into `" + cluster.name() + "`");
      }
      if (policies.stream().anyMatch(Policies::deniesEgress) && !left) {
        out.add(
            cluster.subject(), "no policy lets `" + cluster.name() + "` reach the Kubernetes API");
      }
    }
  }
}
