package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import java.util.List;
import java.util.Optional;

/** A source is read as another type than its folder is. */
public final class OtherSourceType implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    ApplicationView.all(corpus)
        .forEach(
            it -> it.sources().forEach(source -> check(corpus, source, out.about(it.resource()))));
  }

  private static void check(Corpus corpus, SourceView source, Findings out) {
    String path = source.textOrEmpty("path");
    List<String> types = source.types();
    if (path.isEmpty() || TemplateText.isTemplated(path) || types.size() != 1) {
      return;
    }
    Optional<String> held = held(corpus, RelativePath.resolve("", path));
    MapNode.Entry block = source.node().entry(types.getFirst());
    if (block != null && held.isPresent() && isOther(types.getFirst(), held.get())) {
      out.unverifiable(
          block.key(),
          "`" + path + "` holds a " + noun(held.get()) + " here, not a " + noun(types.getFirst()),
          "this fails where `" + source.textOrEmpty("repoURL") + "` is this repository");
    }
  }

  /** What Argo CD would take the folder for; empty where it is not here, or is of both types. */
  private static Optional<String> held(Corpus corpus, String folder) {
    String prefix = folder.isEmpty() ? "" : folder + "/";
    boolean chart = corpus.paths().contains(prefix + "Chart.yaml");
    boolean kustomization = corpus.kustomizationIn(folder).isPresent();
    return chart == kustomization ? Optional.empty() : Optional.of(chart ? "helm" : "kustomize");
  }

  private static boolean isOther(String type, String held) {
    return !type.equals(held) && (type.equals("helm") || type.equals("kustomize"));
  }

  private static String noun(String type) {
    return type.equals("helm") ? "chart" : "kustomization";
  }
}
