package dev.mayfly.access;

import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;

/** The host of a preview. It depends on the pull request's number and nothing else. */
public final class PreviewHost {
  private PreviewHost() {}

  public static String of(Blueprint blueprint, PullRequestNumber number) {
    return blueprint
        .names()
        .host()
        .bind(
            new Binding() {
              @Override
              public String literal(String text) {
                return text;
              }

              @Override
              public String fact(Fact fact) {
                return number.toString();
              }
            });
  }
}
