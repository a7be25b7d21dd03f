package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.PreviewSources;
import java.util.regex.Pattern;

/** A file overrides the Application's own parameters. */
public final class SourceOverrideFile implements CorpusRule {
  private static final Pattern FILE = Pattern.compile("\\.argocd-source(-[^/]*)?\\.yaml");

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources previews = new PreviewSources(corpus);
    for (String path : corpus.paths()) {
      String name = RelativePath.name(path);
      if (FILE.matcher(name).matches() && previews.holds(RelativePath.parent(path))) {
        out.add(
            Location.ofFile(path), "`" + name + "` changes the Application from inside its source");
      }
    }
  }
}
