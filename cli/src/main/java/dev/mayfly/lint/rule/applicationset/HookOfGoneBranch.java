package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.argocd.SyncPhase;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;

/** A hook that runs on deletion is read from a branch that is gone by then. */
public final class HookOfGoneBranch implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource set, Findings out) {
    for (ApplicationView application : ApplicationView.of(set)) {
      for (SourceView source : application.sources()) {
        Node revision = source.at("targetRevision");
        boolean branch =
            revision instanceof ScalarNode text
                && application.reads(text, text.text()).readsKey("branch");
        if (revision != null && branch && application.isPreview()) {
          hook(corpus, application, source)
              .ifPresent(it ->
                  out.add(
                      revision,
                      "the hook %s is read from `%s`"
                          .formatted(it.title(), NodeValues.text(revision))));
        }
      }
    }
  }

  private static Optional<Resource> hook(
      Corpus corpus, ApplicationView application, SourceView source) {
    return SourcePaths.of(corpus, application, source).stream()
        .flatMap(folder -> SourcePaths.objects(corpus, folder).stream())
        .filter(it -> {
          String hook = it.annotation(SyncHooks.ARGO);
          return hook != null
              && SyncHooks.phases(hook, "").stream().anyMatch(SyncPhase::isOfDeletion);
        })
        .findFirst();
  }
}
