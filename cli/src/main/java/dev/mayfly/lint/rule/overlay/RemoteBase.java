package dev.mayfly.lint.rule.overlay;

import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A kustomization fetches from outside. */
public final class RemoteBase implements CorpusRule {
  private static final Pattern FIXED =
      Pattern.compile("[?&]ref=[0-9a-f]{40}|[?&]ref=v?[0-9]+[.]|/v?[0-9]+[.][0-9]+[^/]*/");

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources previews = new PreviewSources(corpus);
    for (Kustomization kustomization : corpus.kustomizations()) {
      boolean preview = previews.holds(kustomization.directory());
      for (ScalarNode entry : kustomization.bases()) {
        if (Kustomization.isRemote(entry.text()) && !FIXED.matcher(entry.text()).find()) {
          out.add(
              preview ? Severity.WARNING : Severity.NOTE,
              entry,
              "`" + entry.text() + "` is fetched from outside, at no fixed commit");
        }
      }
    }
  }
}
