package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Numbers;
import dev.mayfly.yaml.Node;
import java.util.OptionalLong;

/** A sync that fails is retried for ever. */
public final class EndlessRetry implements PreviewRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    Node limit = application.at("spec", "syncPolicy", "retry", "limit");
    OptionalLong value = Numbers.read(limit, out);
    if (limit != null && value.isPresent() && (value.getAsLong() < 0 || value.getAsLong() > 20)) {
      out.add(
          limit,
          "`retry.limit` is %s%s"
              .formatted(
                  value.getAsLong(),
                  value.getAsLong() < 0 ? ", which has no end" : "; 20 are plenty"));
    }
  }
}
