package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** All previews deploy the same objects into one namespace. */
public final class MeetingPreviews implements ResourceRule {
  private static final String SETTLED = "name the namespace after `.number`, or lint that path too";

  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    SetView set = SetView.of(resource);
    for (ApplicationView application : set.applications()) {
      if (application.isOfPullRequests() && set.patch().isEmpty() && isOnePlace(application)) {
        application.sources().forEach(it -> check(corpus, application, it, out));
      }
    }
  }

  private static boolean isOnePlace(ApplicationView application) {
    return !application.namespace().isEmpty()
        && !TemplateText.hasActions(application.destination());
  }

  private static void check(
      Corpus corpus, ApplicationView application, SourceView source, Findings out) {
    Node namespace = application.at("spec", "destination", "namespace");
    boolean scoped =
        NodeValues.scalars(source.node()).stream()
            .filter(it -> !it.equals(source.at("targetRevision")))
            .anyMatch(it -> TemplateText.hasActions(it.text()));
    String path = source.textOrEmpty("path");
    if (namespace == null || path.isEmpty() || scoped || !isPlain(corpus, source)) {
      return;
    }
    String message =
        "every pull request deploys `" + path + "` into `" + NodeValues.text(namespace) + "`";
    boolean certain = !source.types().isEmpty() || !SourcePaths.objects(corpus, path).isEmpty();
    out.addIf(certain, namespace, message, SETTLED);
  }

  /** No chart, whose names come from the release, and no plugin. */
  private static boolean isPlain(Corpus corpus, SourceView source) {
    return !source.types().contains("helm")
        && !source.types().contains("plugin")
        && !corpus.paths().contains(RelativePath.resolve(source.textOrEmpty("path"), "Chart.yaml"));
  }
}
