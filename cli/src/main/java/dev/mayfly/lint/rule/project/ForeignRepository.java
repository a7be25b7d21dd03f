package dev.mayfly.lint.rule.project;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/** The project of previews permits repositories of anybody at a public forge. */
public final class ForeignRepository implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PJ101",
          "foreign-repository",
          Severity.WARNING,
          "the project of previews permits repositories of anybody at a public forge",
          """
          A pattern such as `https://github.com/**` takes in every repository of every account there:
          whoever can create an Application of the project, or change a repository URL in one,
          deploys from an account of their own.
          """,
          "name your own organisation in the pattern",
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            sourceRepos: ["https://github.com/**"]
            destinations: [{server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}]
            orphanedResources: {warn: true}
            namespaceResourceWhitelist: [{group: apps, kind: Deployment}]
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop-pr-17, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17}
            syncPolicy: {automated: {prune: true, selfHeal: true}}
          """,
          """
          apiVersion: argoproj.io/v1alpha1
          kind: AppProject
          metadata: {name: previews, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            sourceRepos: ["https://github.com/acme/*"]
            destinations: [{server: https://kubernetes.default.svc, namespace: "pr-[0-9]*-shop"}]
            orphanedResources: {warn: true}
            namespaceResourceWhitelist: [{group: apps, kind: Deployment}]
          ---
          apiVersion: argoproj.io/v1alpha1
          kind: Application
          metadata: {name: shop-pr-17, namespace: argocd, finalizers: [resources-finalizer.argocd.argoproj.io]}
          spec:
            project: previews
            destination: {server: https://kubernetes.default.svc, namespace: pr-17-shop}
            source: {repoURL: https://github.com/acme/shop.git, path: deploy, targetRevision: 3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17}
            syncPolicy: {automated: {prune: true, selfHeal: true}}
          """);

  /** Repositories of accounts that nobody who reads this has. */
  private static final List<String> PROBES =
      List.of(
          "https://github.com/mayfly-probe-0000/probe",
          "https://gitlab.com/mayfly-probe-0000/probe",
          "https://gitlab.com/mayfly-probe-0000/group/probe",
          "https://bitbucket.org/mayfly-probe-0000/probe",
          "https://codeberg.org/mayfly-probe-0000/probe",
          "git@github.com:mayfly-probe-0000/probe",
          "git@gitlab.com:mayfly-probe-0000/probe");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource project : PreviewProjects.of(corpus)) {
      for (ScalarNode entry : Fields.texts(project.at("spec", "sourceRepos"))) {
        String text = entry.text();
        boolean all = text.equals("*") || text.equals("**") || text.startsWith("!");
        GlobPattern pattern = GlobPattern.of(RepositoryUrl.normalize(text), '/');
        boolean foreign =
            PROBES.stream().anyMatch(it -> pattern.matches(RepositoryUrl.normalize(it)));
        if (foreign && !all) {
          out.about(project).add(entry, "`" + text + "` takes in repositories of any account");
        }
      }
    }
  }
}
