package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;

/** An image tag is made from eight characters of the commit. */
public final class ShortCommitTag implements SetRule {
  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        for (ImageTag tag : ImageTag.of(source)) {
          if (application
              .reads(tag.at(), tag.text())
              .readsParameter(it -> it == PullRequestParameter.HEAD_SHORT_SHA)) {
            out.unverifiable(
                tag.at(),
                "`" + tag.text() + "` names no image of a CI that cuts it to seven",
                "CI must push eight as well; `head_short_sha_7` holds seven");
          }
        }
      }
    }
  }
}
