package dev.mayfly.lint.rule.overlay;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** An ApplicationSet reads a key that a record does not have. */
public final class RecordLacksKeyOfSet implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "PV004",
          "record-lacks-key-of-set",
          Severity.ERROR,
          "an ApplicationSet reads a key that a record does not have",
          """
          One missing key stops generation and teardown for all previews of the set. A new key
          ships in two steps: first the overlays, then the set.
          """,
          "render the overlays again before the set",
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "17", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
            images: {app: {digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}}
          # file: platform/shop.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - git: {repoURL: https://github.com/acme/gitops.git, revision: main, files: [{path: previews/shop/pr-*/preview.yaml}]}
            template:
              metadata: {name: "shop-pr-{{ .spec.pr.number }}-{{ .spec.pr.team }}"}
              spec: {project: previews}
          """,
          """
          # file: previews/shop/pr-17/preview.yaml
          apiVersion: mayfly.dev/v1alpha1
          kind: Preview
          metadata: {name: shop-pr-17}
          spec:
            app: shop
            pr: {number: "17", headSha: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567, repository: acme/shop}
            images: {app: {digest: "sha256:3b1e0c7d52f84a96be0d13c95f27a8e46d0b8f17c2e94a5360d7b8c1f9e2a345"}}
          # file: platform/shop.yaml
          apiVersion: argoproj.io/v1alpha1
          kind: ApplicationSet
          metadata: {name: shop, namespace: argocd}
          spec:
            goTemplate: true
            goTemplateOptions: ["missingkey=error"]
            generators:
            - git: {repoURL: https://github.com/acme/gitops.git, revision: main, files: [{path: previews/shop/pr-*/preview.yaml}]}
            template:
              metadata: {name: "shop-pr-{{ .spec.pr.number }}"}
              spec: {project: previews}
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Resource resource : corpus.of(GroupKind.APPLICATION_SET)) {
      SetView set = SetView.of(resource);
      boolean single =
          set.generators().size() == 1
              && set.generators().getFirst().is("git")
              && set.isGoTemplate();
      for (MapNode files :
          single
              ? Fields.maps(set.generators().getFirst().body().get("files"))
              : List.<MapNode>of()) {
        GlobPattern glob = GlobPattern.of(Fields.text(files.get("path")), '/');
        corpus.of(Records.KIND).stream()
            .filter(record -> glob.matches(record.file()))
            .forEach(record -> check(set, record, out));
      }
    }
  }

  private static void check(SetView set, Resource record, Findings out) {
    for (TemplateReads reads : TemplateReads.of(set.templateTexts())) {
      for (Reference reference : reads.needs(set.isStrict())) {
        String[] path = reference.path().toArray(String[]::new);
        if (path[0].equals("spec") && record.at(path) == null) {
          out.about(record)
              .add(
                  record.nearest(path),
                  set.resource().title() + " reads `" + reference.shown().substring(1) + "`");
        }
      }
    }
  }
}
