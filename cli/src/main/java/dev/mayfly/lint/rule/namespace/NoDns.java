package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A policy cuts a preview off from DNS. */
public final class NoDns implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, List<Resource>> policies = new TreeMap<>();
    for (Resource policy : corpus.of(GroupKind.NETWORK_POLICY)) {
      if (PreviewScope.isPreview(policy)) {
        policies.computeIfAbsent(policy.namespace(), key -> new ArrayList<>()).add(policy);
      }
    }
    for (List<Resource> all : policies.values()) {
      Optional<Resource> deny = all.stream().filter(AllowedTraffic::deniesEgress).findFirst();
      boolean resolves = all.stream().anyMatch(AllowedTraffic::allowsDns);
      if (deny.isPresent() && !resolves && !corpus.mayChange(deny.get(), "namespace")) {
        out.about(deny.get())
            .add(
                deny.get().subject(),
                "nothing in `" + deny.get().namespace() + "` may ask for a name");
        continue;
      }
      all.stream()
          .filter(AllowedTraffic::namesWithoutDns)
          .filter(
              it ->
                  all.stream()
                      .filter(AllowedTraffic::allowsDns)
                      .allMatch(a -> AllowedTraffic.areApart(it, a)))
          .filter(it -> !corpus.mayChange(it, "namespace"))
          .forEach(
              it ->
                  out.about(it)
                      .add(
                          it.subject(),
                          "the pods that `" + it.name() + "` selects may not ask for a name"));
    }
  }
}
