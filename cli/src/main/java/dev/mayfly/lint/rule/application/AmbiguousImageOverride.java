package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** An image override can be matched to the wrong image. */
public final class AmbiguousImageOverride implements ImageOverrideRule {
  /** Behind the sign stands a commit or number alone, which kustomize takes for a name. */
  private static final Pattern RENAMING =
      Pattern.compile(
          "[^=]+=[\\w.-]*\\{\\{-?\\s*\\.?(?:number|head_sha|head_short_sha(?:_7)?)\\s*-?}}[\\w.-]*");

  @Override
  public void check(ScalarNode image, Findings out) {
    boolean named = image.text().contains("=");
    boolean port = image.text().indexOf(':') < image.text().lastIndexOf('/');
    if (!named && (image.text().contains("@sha256:") || (port && image.text().contains(":")))) {
      out.add(image, "`" + image.text() + "` does not say which image it replaces");
    } else if (RENAMING.matcher(image.text()).matches()) {
      out.add(image, "`" + image.text() + "` gives another name, and no tag");
    }
  }
}
