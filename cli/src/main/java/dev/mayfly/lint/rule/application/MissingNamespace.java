package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/** Nothing creates the namespace of a preview. */
public final class MissingNamespace implements CorpusRule {
  /** Parameters and values that tell a chart to create it. */
  private static final Pattern MAKES =
      Pattern.compile("(?i)create_?namespace|namespace.{0,9}create");

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources sources = new PreviewSources(corpus);
    ApplicationView.all(corpus)
        .filter(ApplicationView::isOfPullRequests)
        .filter(it -> !corpus.mayChange(it.resource()) && !sources.bringsNamespace(it))
        .forEach(it -> check(it, out.about(it.resource())));
  }

  private static void check(ApplicationView application, Findings out) {
    Node namespace = application.at("spec", "destination", "namespace");
    boolean made =
        application.syncOptions().isOn(SyncOption.CREATE_NAMESPACE)
            || application.isPatched("syncOptions")
            || application.sources().stream()
                .flatMap(it -> NodeValues.scalars(it.node()).stream())
                .anyMatch(it -> MAKES.matcher(it.text()).find());
    if (namespace != null && !made && TemplateText.hasActions(NodeValues.text(namespace))) {
      out.unverifiable(
          namespace,
          "`%s` has no Namespace here, and `CreateNamespace=true` is not set"
              .formatted(NodeValues.text(namespace)),
          "a Namespace in what the source renders, or `CreateNamespace=true`");
    }
  }
}
