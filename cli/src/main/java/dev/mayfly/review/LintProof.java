package dev.mayfly.review;

import dev.mayfly.delivery.Proof;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import dev.mayfly.lint.Rule;
import dev.mayfly.lint.rule.RuleCatalog;
import dev.mayfly.lint.rule.ownership.OwnershipRules;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.platform.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The rendered overlay has no proven error of any lint rule. Our own templates have none; an
 * override of the admins may.
 */
public record LintProof(Platform platform) implements Proof {
  /** Schemas and models take long to load; `lint` and `verify` hold overlays against them. */
  private static final List<Rule> RULES =
      RuleCatalog.ALL.stream().filter(rule -> !OwnershipRules.ALL.contains(rule)).toList();

  @Override
  public void prove(Overlay overlay, PreviewFacts facts, SortedMap<String, String> files) {
    SortedMap<String, byte[]> bytes = new TreeMap<>();
    files.forEach((name, text) ->
        bytes.put(overlay.folder(facts) + "/" + name, text.getBytes(StandardCharsets.UTF_8)));
    Corpus corpus = Corpus.read(bytes);
    LintSettings settings = LintSettings.of(platform, RuleCatalog.ALL);
    List<Problem> errors =
        new Linter(RULES)
            .run(corpus, settings).stream()
                .filter(Finding::isProven)
                .map(Finding::toProblem)
                .filter(problem -> problem.severity() == Severity.ERROR)
                .toList();
    if (!errors.isEmpty()) {
      throw new ProblemsException(Fault.RENDERING, errors);
    }
  }
}
