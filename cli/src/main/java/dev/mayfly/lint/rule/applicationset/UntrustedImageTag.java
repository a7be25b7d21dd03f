package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.yaml.ScalarNode;
import java.util.Locale;
import java.util.regex.Pattern;

/** A branch name is used as an image tag. */
public final class UntrustedImageTag implements GeneratedSourceRule {
  private static final Pattern IMAGE =
      Pattern.compile("(?:.*[.])?image(?:[.]?(?:repository|repo|name|registry))?");

  @Override
  public void check(ApplicationView application, SourceView source, Findings out) {
    for (ImageTag tag : ImageTag.of(source)) {
      if (isFreeText(application, tag.at(), tag.text())) {
        out.add(tag.place(), "`" + tag.text() + "` may hold what no image tag may, such as `/`");
      }
    }
    for (ChartValue value : ChartValue.of(source)) {
      if (IMAGE.matcher(value.name().toLowerCase(Locale.ROOT)).matches()
          && isFreeText(application, value.at(), value.text())) {
        out.add(value.place(), "`" + value.text() + "` may be no image name, or another's");
      }
    }
  }

  private static boolean isFreeText(ApplicationView application, ScalarNode at, String text) {
    return application.reads(at, text).references().stream()
        .anyMatch(UntrustedImageTag::isFreeText);
  }

  /** As it is: what a function makes of it may be a tag. */
  private static boolean isFreeText(ParameterReference reference) {
    return reference.path().size() == 1
        && reference.functions().isEmpty()
        && PullRequestParameter.isFree(reference.path().getFirst());
  }
}
