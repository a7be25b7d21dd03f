package dev.mayfly.lint.rule.application;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;

/**
 * A value file is looked for beside the path of the source that it is taken from. Argo CD starts at
 * the root of that repository, whatever path the source has (v3.5.1, {@code
 * reposerver/repository/repository.go}, {@code getResolvedRefValueFile}).
 */
public final class RefWithPath implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    ApplicationView.all(corpus).forEach(it -> check(corpus, it, out.about(it.resource())));
  }

  private static void check(Corpus corpus, ApplicationView application, Findings out) {
    List<SourceView> sources = application.sources();
    for (SourceView reference : sources) {
      String path = RelativePath.resolve("", reference.textOrEmpty("path"));
      boolean fixed = !path.isEmpty() && !TemplateText.isTemplated(path);
      for (SourceView user : fixed ? sources : List.<SourceView>of()) {
        for (ScalarNode file : user.textsAt("helm", "valueFiles")) {
          reference.lent(file.text()).ifPresent(it -> check(corpus, file, path, it, out));
        }
      }
    }
  }

  private static void check(
      Corpus corpus, ScalarNode file, String path, String written, Findings out) {
    String read = RelativePath.resolve("", written);
    boolean right = RelativePath.isWithin(path, read) || corpus.paths().contains(read);
    if (right || TemplateText.isTemplated(written)) {
      return;
    }
    String message =
        "`%s` is read from the top, and `path: %s` does not count".formatted(read, path);
    boolean certain = corpus.paths().contains(RelativePath.resolve(path, written));
    out.addIf(certain, file, message, "see that the repository has `" + read + "`");
  }
}
