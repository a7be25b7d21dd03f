package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.RuleCard;
import dev.mayfly.lint.view.PreviewSources;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A file overrides the Application's own parameters. */
public final class SourceOverrideFile implements CorpusRule {
  private static final RuleCard CARD =
      new RuleCard(
          "AP068",
          "source-override-file",
          Severity.ERROR,
          "a file overrides the Application's own parameters",
          """
          Argo CD merges `.argocd-source.yaml` and `.argocd-source-<app>.yaml` of the path over
          the source. In a pull request's bundle that undoes digests, a forced namespace, or
          Helm values. Elsewhere it is how Argo CD Image Updater writes back, and nobody's harm.
          """,
          "delete the file; set the parameters in the Application",
          """
          # file: previews/shop/pr-17/.argocd-source.yaml
          kustomize: {images: ["shop:latest"]}
          """,
          """
          # file: previews/shop/pr-17/kustomization.yaml
          kind: Kustomization
          """);

  private static final Pattern FILE = Pattern.compile("\\.argocd-source(-[^/]*)?\\.yaml");

  @Override
  public RuleCard card() {
    return CARD;
  }

  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources previews = new PreviewSources(corpus);
    for (String path : new TreeSet<>(corpus.paths())) {
      String name = path.substring(path.lastIndexOf('/') + 1);
      if (FILE.matcher(name).matches() && previews.holds(RelativePath.parent(path))) {
        out.add(
            Location.ofFile(path), "`" + name + "` changes the Application from inside its source");
      }
    }
  }
}
