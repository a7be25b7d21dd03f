package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.NetworkPolicy;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A policy cuts a preview off from DNS. */
public final class NoDns implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, List<Resource>> policies =
        corpus.of(GroupKind.NETWORK_POLICY).stream()
            .filter(PreviewScope::isPreview)
            .collect(Collectors.groupingBy(Resource::namespace));
    for (List<Resource> all : policies.values()) {
      List<NetworkPolicy> resolving =
          all.stream().map(NoDns::policy).filter(NetworkPolicy::allowsDns).toList();
      Optional<Resource> deny = all.stream().filter(it -> policy(it).deniesEgress()).findFirst();
      if (deny.isPresent() && resolving.isEmpty() && !corpus.mayChange(deny.get(), "namespace")) {
        out.about(deny.get())
            .add(
                deny.get().subject(),
                "nothing in `" + deny.get().namespace() + "` may ask for a name");
        continue;
      }
      for (Resource each : all) {
        NetworkPolicy policy = policy(each);
        if (policy.namesWithoutDns()
            && resolving.stream().allMatch(it -> it.pods().isApartFrom(policy.pods()))
            && !corpus.mayChange(each, "namespace")) {
          out.about(each)
              .add(
                  each.subject(),
                  "the pods that `" + each.name() + "` selects may not ask for a name");
        }
      }
    }
  }

  private static NetworkPolicy policy(Resource resource) {
    return new NetworkPolicy(resource.root());
  }
}
