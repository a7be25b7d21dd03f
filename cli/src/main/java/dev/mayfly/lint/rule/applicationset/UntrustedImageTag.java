package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.ChartValue;
import dev.mayfly.lint.view.ImageTag;
import dev.mayfly.lint.view.PullRequestParameters;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import java.util.Locale;
import java.util.regex.Pattern;

/** A branch name is used as an image tag. */
public final class UntrustedImageTag implements SetRule {
  private static final Pattern IMAGE =
      Pattern.compile("(?:.*[.])?image(?:[.]?(?:repository|repo|name|registry))?");
  private static final Pattern PLAIN = Pattern.compile("\\s*\\.?([a-z_]+)\\s*");

  @Override
  public void check(SetView set, Findings out) {
    if (set.pullRequests().isEmpty()) {
      return;
    }
    for (ApplicationView application : set.applications()) {
      for (SourceView source : application.sources()) {
        for (ImageTag tag : ImageTag.of(source)) {
          if (TemplateText.actions(tag.text()).stream().anyMatch(UntrustedImageTag::isFreeText)) {
            out.add(tag.at(), "`" + tag.text() + "` may hold what no image tag may, such as `/`");
          }
        }
        for (ChartValue value : ChartValue.of(source)) {
          boolean image = IMAGE.matcher(value.name().toLowerCase(Locale.ROOT)).matches();
          if (image
              && TemplateText.actions(value.text()).stream()
                  .anyMatch(UntrustedImageTag::isFreeText)) {
            out.add(value.at(), "`" + value.text() + "` may be no image name, or another's");
          }
        }
      }
    }
  }

  private static boolean isFreeText(String action) {
    var matcher = PLAIN.matcher(action);
    return matcher.matches() && PullRequestParameters.UNTRUSTED.contains(matcher.group(1));
  }
}
