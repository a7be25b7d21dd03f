package dev.mayfly.lint.rule.reading;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RuleCard;

/**
 * Files whose content exists only after another engine has run, and links that are not followed.
 */
public final class ForeignTemplate implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "YM003",
          "foreign-template",
          Severity.NOTE,
          "a file was left alone",
          """
          Helm charts' templates, Jinja files and links are not manifests yet. Guessing what they
          become would give false alarms, so they are named and nothing is said about them.
          """,
          "render it, or give the link's target as a path, and lint the result",
          """
          # file: chart/Chart.yaml
          apiVersion: v2
          name: shop
          version: 0.1.0
          # file: chart/templates/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: {{ .Release.Name }}
          """,
          """
          # file: rendered/config.yaml
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: shop
          """);

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Problem problem : corpus.problems()) {
      Location location = problem.location();
      boolean leftAlone = problem.id().equals("foreign-template") || problem.id().equals("link");
      if (location != null && leftAlone) {
        out.unverifiable(location, problem.message(), problem.hint());
      }
    }
  }
}
