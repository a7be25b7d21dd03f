package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.PullRequestParameter.Chosen;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;

/** A push to the pull request does not reach its preview. */
public final class StalePreview implements PullRequestSetRule {
  private static final String UPDATER = "argocd-image-updater.argoproj.io/";

  /** Generators that cannot know a commit of the pull request by another name. */
  private static final Set<String> IGNORANT = Set.of("pullRequest", "list", "clusters", "matrix");

  @Override
  public void check(SetView set, Findings out) {
    boolean closed = set.flattened().allMatch(it -> IGNORANT.contains(it.kind()));
    if (!closed || speaksOfCommit(set)) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      if (application.isOfPullRequests() && !isUpdated(application)) {
        check(application, out);
      }
    }
  }

  private static void check(ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    if (sources.isEmpty() || sources.stream().anyMatch(it -> takesCommit(application, it))) {
      return;
    }
    boolean told = false;
    for (SourceView source : sources) {
      for (ImageTag tag : ImageTag.of(source)) {
        if (application.reads(tag.at(), tag.text()).readsParameter(it -> true)) {
          out.add(tag.place(), "`" + tag.text() + "` is the same tag after every push");
          told = true;
        }
      }
    }
    boolean follows =
        sources.stream().anyMatch(it -> TemplateText.hasActions(it.textOrEmpty("targetRevision")));
    if (!told && !follows) {
      Node at = application.nearest("spec", "source");
      out.add(Severity.NOTE, at, "no field of `source` names the commit");
    }
  }

  /** The revision alone does not count: the image decides what runs. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean takesCommit(ApplicationView application, SourceView source) {
    return NodeValues.scalars(source.node()).stream()
        .filter(it -> it != source.at("targetRevision"))
        .anyMatch(it -> application.reads(it, it.text()).readsParameter(StalePreview::isCommit));
  }

  private static boolean speaksOfCommit(SetView set) {
    return set.resource().at("spec", "templatePatch") instanceof ScalarNode patch
        && set.reads(patch).readsParameter(StalePreview::isCommit);
  }

  private static boolean isCommit(PullRequestParameter parameter) {
    return parameter.chosen() == Chosen.AS_COMMIT;
  }

  /** Argo CD Image Updater follows tags by itself. */
  private static boolean isUpdated(ApplicationView application) {
    return NodeValues.entries(application.at("metadata", "annotations")).stream()
        .map(MapNode.Entry::key)
        .anyMatch(it -> it.text().startsWith(UPDATER));
  }
}
