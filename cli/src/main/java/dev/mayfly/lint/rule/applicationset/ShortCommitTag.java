package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import java.util.regex.Pattern;

/** An image tag is made from eight characters of the commit. */
public final class ShortCommitTag implements SetRule {
  private static final Pattern EIGHT = Pattern.compile("\\bhead_short_sha\\b");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        for (ImageTag tag : ImageTag.of(source)) {
          if (TemplateText.actions(tag.text()).stream().anyMatch(it -> EIGHT.matcher(it).find())) {
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
