package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SourceView;

/** An image tag is made from eight characters of the commit. */
public final class ShortCommitTag implements GeneratedSourceRule {
  @Override
  public void check(ApplicationView application, SourceView source, Findings out) {
    for (ImageTag tag : ImageTag.of(source)) {
      if (application
          .reads(tag.at(), tag.text())
          .readsParameter(it -> it == PullRequestParameter.HEAD_SHORT_SHA)) {
        out.unverifiable(
            tag.place(),
            "`" + tag.text() + "` names no image of a CI that cuts it to seven",
            "CI must push eight as well; `head_short_sha_7` holds seven");
      }
    }
  }
}
