package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.Reference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import java.util.Locale;
import java.util.regex.Pattern;

/** A branch name is used as an image tag. */
public final class UntrustedImageTag implements SetRule {
  private static final Pattern IMAGE =
      Pattern.compile("(?:.*[.])?image(?:[.]?(?:repository|repo|name|registry))?");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        for (ImageTag tag : ImageTag.of(source)) {
          if (application.reads(tag.at(), tag.text()).references().stream()
              .anyMatch(UntrustedImageTag::isFreeText)) {
            out.add(tag.at(), "`" + tag.text() + "` may hold what no image tag may, such as `/`");
          }
        }
        for (ChartValue value : ChartValue.of(source)) {
          boolean image = IMAGE.matcher(value.name().toLowerCase(Locale.ROOT)).matches();
          if (image
              && application.reads(value.at(), value.text()).references().stream()
                  .anyMatch(UntrustedImageTag::isFreeText)) {
            out.add(value.at(), "`" + value.text() + "` may be no image name, or another's");
          }
        }
      }
    }
  }

  /** As it is: what a function makes of it may be a tag. */
  private static boolean isFreeText(Reference reference) {
    return reference.path().size() == 1
        && reference.functions().isEmpty()
        && PullRequestParameter.isFree(reference.path().getFirst());
  }
}
