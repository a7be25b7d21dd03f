package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two ApplicationSets give their Applications the same names. */
public final class MeetingSets implements CorpusRule {
  private static final String SETTLED =
      "lint them together with the kustomization or Application that applies both";

  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, List<Resource>> seen = new HashMap<>();
    for (Resource resource : corpus.of(GroupKind.APPLICATION_SET)) {
      SetView set = SetView.of(resource);
      Node name = resource.at("spec", "template", "metadata", "name");
      boolean numbered = name instanceof ScalarNode text && set.reads(text).readsKey("number");
      if (name == null || set.pullRequests().isEmpty() || !numbered || !set.patch().isEmpty()) {
        continue;
      }
      String key = resource.namespace() + " " + NodeValues.text(name).replace(" ", "");
      List<Resource> others = seen.computeIfAbsent(key, it -> new ArrayList<>());
      List<Resource> apart =
          others.stream().filter(other -> isApart(set, SetView.of(other))).toList();
      report(resource, name, apart, together, out.about(resource));
      others.add(resource);
    }
  }

  private static void report(
      Resource set, Node name, List<Resource> others, AppliedTogether together, Findings out) {
    for (Meeting meeting : List.of(Meeting.CERTAIN, Meeting.POSSIBLE)) {
      for (Resource other : others) {
        if (together.of(set, other) == meeting) {
          String message = "`" + NodeValues.text(name) + "` is also given by " + other.title();
          if (meeting == Meeting.CERTAIN) {
            out.add(name, message);
          } else {
            out.unverifiable(name, message, SETTLED);
          }
          return;
        }
      }
    }
  }

  /** Two sets over one repository may share its pull requests out between them by label. */
  private static boolean isApart(SetView one, SetView other) {
    return Collections.disjoint(repositories(one), repositories(other));
  }

  private static List<String> repositories(SetView set) {
    return set.pullRequests().stream()
        .flatMap(generator -> generator.providers().stream())
        .map(
            provider ->
                provider.value().textOrEmpty("owner")
                    + "/"
                    + provider.value().textOrEmpty("project")
                    + "/"
                    + provider.value().textOrEmpty("repo"))
        .toList();
  }
}
