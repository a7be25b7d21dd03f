package dev.mayfly.lint.rule.ownership;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Overrides;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.manifest.KindSchemas;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A document of a preview that the bundled templates cannot have made. */
public final class UnrenderedField implements CorpusRule {
  private static final KindSchemas SCHEMAS = new KindSchemas();

  /** Without the platform it cannot be known which templates are the admins' own. */
  @Override
  public void check(Corpus corpus, Findings out) {
    Set<GroupKind> overridden = new HashSet<>(out.settings().overridden());
    List<String> platforms =
        corpus.of(GroupKind.PLATFORM).stream().map(Resource::directory).toList();
    platforms.forEach(folder -> overridden.addAll(Overrides.kinds(corpus.paths(), folder)));
    var documents =
        RenderedDocuments.of(corpus, out).stream()
            .filter(document -> !overridden.contains(document.type()))
            .filter(document ->
                out.settings().rendered().contains(document.file())
                    || platforms.stream()
                        .anyMatch(it -> RelativePath.isWithin(it, document.file())))
            .toList();
    RenderedDocuments.check(
        documents,
        document ->
            SCHEMAS
                .of(document.file(), document.root())
                .map(schema -> schema.check(document.root()))
                .orElse(List.of()),
        corpus,
        out);
  }
}
