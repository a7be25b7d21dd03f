package dev.mayfly.lint.rule.namespace;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.NetworkPolicy;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** A default-deny policy cuts a database off from its operator. */
public final class DatabaseCutOff implements CorpusRule {
  /**
   * One direction in a namespace: whether it is closed to pods that no policy opens it for, and
   * which clusters are meant by those that do. Gathered once, as a thousand previews may share a
   * namespace.
   *
   * @param all whether one of them is for every cluster
   * @param words what their selectors say
   */
  private record Way(boolean closed, boolean all, Set<String> words) {
    static Way of(
        List<NetworkPolicy> policies,
        Predicate<NetworkPolicy> closes,
        Predicate<NetworkPolicy> opens) {
      boolean all = false;
      Set<String> words = new HashSet<>();
      for (NetworkPolicy policy : policies) {
        if (opens.test(policy)) {
          all |= policy.pods().meansAll();
          for (ScalarNode word : NodeValues.scalars(policy.pods().node())) {
            all |= word.text().startsWith("cnpg.io/");
            words.add(word.text());
          }
        }
      }
      return new Way(policies.stream().anyMatch(closes), all, words);
    }

    boolean isShut(Resource cluster) {
      return closed && !all && !words.contains(cluster.name());
    }
  }

  private record Ways(Way in, Way out) {
    static Ways of(List<Resource> objects) {
      List<NetworkPolicy> policies =
          objects.stream()
              .filter(it -> it.is(GroupKind.NETWORK_POLICY))
              .map(it -> new NetworkPolicy(it.root()))
              .toList();
      return new Ways(
          Way.of(policies, NetworkPolicy::deniesIngress, NetworkPolicy::opensIngress),
          Way.of(policies, NetworkPolicy::deniesEgress, NetworkPolicy::leaves));
    }
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Ways> byNamespace = new HashMap<>();
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      if (!PreviewScope.isPreview(cluster) || cluster.namespace().isEmpty()) {
        continue;
      }
      Ways ways =
          byNamespace.computeIfAbsent(
              cluster.namespace(), namespace -> Ways.of(corpus.inNamespace(namespace)));
      out.about(cluster);
      if (ways.in().isShut(cluster)) {
        out.add(cluster.subject(), "no policy lets the operator into `" + cluster.name() + "`");
      }
      if (ways.out().isShut(cluster)) {
        out.add(
            cluster.subject(), "no policy lets `" + cluster.name() + "` reach the Kubernetes API");
      }
    }
  }
}
