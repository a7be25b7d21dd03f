package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/** A hook that runs on deletion is read from a branch that is gone by then. */
public final class HookOfGoneBranch implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AS053",
          "hook-of-gone-branch",
          Severity.WARNING,
          "a hook that runs on deletion is read from a branch that is gone by then",
          """
          Argo CD generates PreDelete and PostDelete hooks anew when it deletes an Application, from
          the revision that stands there. A branch is usually deleted by the merge: generation fails,
          and the Application hangs with DeletionError.
          """,
          "use `{{ .head_sha }}`",
          """
          # file: argocd/set.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .branch }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/cleanup.yaml
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: cleanup
            annotations: {argocd.argoproj.io/hook: PostDelete}
          spec:
            template:
              spec:
                restartPolicy: Never
                containers: [{name: cleanup, image: "shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}]
          """,
          """
          # file: argocd/set.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop-previews, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - pullRequest:
                github: {owner: acme, repo: shop, labels: [preview], tokenRef: {secretName: forge, key: token}}
                filters: [{targetBranchMatch: "^main$"}]
            template:
              metadata:
                name: shop-pr-{{ .number }}
              spec:
                project: previews
                destination: {server: https://kubernetes.default.svc, namespace: "pr-{{ .number }}-shop"}
                source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: "{{ .head_sha }}"}
                syncPolicy: {automated: {prune: true, selfHeal: true}}
          # file: deploy/cleanup.yaml
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: cleanup
            annotations: {argocd.argoproj.io/hook: PostDelete}
          spec:
            template:
              spec:
                restartPolicy: Never
                containers: [{name: cleanup, image: "shop@sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}]
          """);

  private static final Pattern HOOK = Pattern.compile("\\b(PreDelete|PostDelete)\\b");
  private static final Pattern BRANCH = Pattern.compile("\\bbranch\\b");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.of(GroupKind.APPLICATION_SET)) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        for (SourceView source : application.sources()) {
          Node revision = source.at("targetRevision");
          boolean branch =
              TemplateText.actions(Fields.text(revision)).stream()
                  .anyMatch(it -> BRANCH.matcher(it).find());
          if (revision != null && branch && application.isPreview()) {
            hook(corpus, application, source)
                .ifPresent(
                    it ->
                        out.about(resource)
                            .add(revision, "the hook " + it.title() + " is read from this branch"));
          }
        }
      }
    }
  }

  private static Optional<Resource> hook(
      Corpus corpus, ApplicationView application, SourceView source) {
    return SourcePaths.of(corpus, application, source).stream()
        .flatMap(folder -> SourcePaths.objects(corpus, folder).stream())
        .filter(
            it -> {
              String hook = it.annotation("argocd.argoproj.io/hook");
              return hook != null && HOOK.matcher(hook).find();
            })
        .findFirst();
  }
}
