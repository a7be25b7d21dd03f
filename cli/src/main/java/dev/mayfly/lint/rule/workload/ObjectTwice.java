package dev.mayfly.lint.rule.workload;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.TemplateText;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One object stands twice in what is applied together. */
public final class ObjectTwice implements CorpusRule {
  private static final Set<String> TOOLS =
      Set.of("chainsaw.kyverno.io", "cli.kyverno.io", "kuttl.dev", "kustomize.config.k8s.io");

  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, Resource> first = new HashMap<>();
    for (Resource resource : corpus.resources()) {
      String key =
          String.join(
              " ",
              resource.directory(),
              resource.type().toString(),
              resource.namespace(),
              resource.name());
      boolean fixed =
          !resource.name().isEmpty()
              && !TemplateText.isTemplated(resource.name())
              && !resource.is(GroupKind.APPLICATION) // another rule's, with those of sets
              && !isTool(resource);
      Resource other = fixed ? first.putIfAbsent(key, resource) : null;
      if (other != null && together.of(resource, other) == Meeting.CERTAIN) {
        boolean refused = !corpus.including(resource).isEmpty();
        out.about(resource)
            .add(
                refused ? Severity.ERROR : Severity.WARNING,
                resource.subject(),
                "%s also stands in %s:%s"
                    .formatted(resource.title(), other.file(), other.location().line()));
      }
    }
  }

  /** Read by a program beside the cluster: tests of policies, and what kustomize keeps back. */
  private static boolean isTool(Resource resource) {
    return TOOLS.contains(resource.type().group()) || KubernetesMetadata.isKeptBack(resource);
  }
}
