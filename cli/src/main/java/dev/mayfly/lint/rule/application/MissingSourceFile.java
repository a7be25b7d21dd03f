package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.OwnRepository;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A source of this very repository names a folder or a value file that is not here (Argo CD v3.5.1,
 * {@code reposerver/repository/repository.go}: both are errors when manifests are generated).
 */
public final class MissingSourceFile implements CorpusRule {
  /** Written out, and of a form that is always read here. */
  private static final Pattern FILE = Pattern.compile("[^*?\\[{$:]+\\.(?:ya?ml|json)");

  @Override
  public void check(Corpus corpus, Findings out) {
    OwnRepository own = new OwnRepository(corpus, out.settings().checkout());
    ApplicationView.all(corpus)
        .filter(it -> !corpus.isPatched(it.resource()))
        .forEach(it -> check(own, it.sources(), out.about(it.resource())));
  }

  private static void check(OwnRepository own, List<SourceView> sources, Findings out) {
    for (SourceView source : sources) {
      path(own, source, out);
      files(own, sources, source, out);
    }
  }

  private static void path(OwnRepository own, SourceView source, Findings out) {
    Node path = source.at("path");
    String text = NodeValues.text(path);
    String folder = RelativePath.resolve("", text);
    if (path != null
        && !text.isEmpty()
        && !TemplateText.isTemplated(text)
        && !NodeValues.isSet(source.at("plugin"))
        && own.isLikely(source)
        && !own.holds(text)
        && !own.mayHold(folder)
        && out.settings().rendered().stream().noneMatch(it -> RelativePath.isWithin(folder, it))) {
      out.unverifiable(
          path,
          "no manifest of this repository lies in `" + text + "`",
          "this fails unless the folder has files of another kind"
              + (own.isCertain(source) ? "" : ", or the repository is another"));
    }
  }

  private static void files(
      OwnRepository own, List<SourceView> sources, SourceView source, Findings out) {
    if (NodeValues.isTrue(source.at("helm", "ignoreMissingValueFiles"))) {
      return;
    }
    for (ScalarNode file : source.textsAt("helm", "valueFiles")) {
      String text = file.text();
      for (SourceView from : sources) {
        from.lent(text).ifPresent(it -> file(own, from, file, it, "", out));
      }
      // A slash in front means the top of the repository.
      String folder = text.startsWith("/") ? "" : source.textOrEmpty("path");
      if (!text.startsWith("$") && !source.textOrEmpty("path").isEmpty() && own.holds(folder)) {
        file(own, source, file, text, folder, out);
      }
    }
  }

  private static void file(
      OwnRepository own,
      SourceView from,
      ScalarNode at,
      String written,
      String folder,
      Findings out) {
    String relative = written.startsWith("/") ? written.substring(1) : written;
    String path = RelativePath.resolve(RelativePath.resolve("", folder), relative);
    if (!FILE.matcher(relative).matches()
        || TemplateText.isTemplated(folder)
        || path.startsWith("..")
        || own.mayHold(path)) {
      return;
    }
    if (own.isLikely(from)) {
      out.addIf(
          own.isCertain(from),
          at,
          "this repository has no `" + path + "`",
          "this fails where `" + from.repository() + "` is this repository");
    }
  }
}
