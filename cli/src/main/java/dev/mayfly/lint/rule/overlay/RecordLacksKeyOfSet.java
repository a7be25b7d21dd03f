package dev.mayfly.lint.rule.overlay;

import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.argocd.gotemplate.ParameterReference;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.SetView;
import dev.mayfly.lint.view.TemplateReads;
import dev.mayfly.yaml.MapNode;
import java.util.List;

/** An ApplicationSet reads a key that a record does not have. */
public final class RecordLacksKeyOfSet implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    SetView set = SetView.of(resource);
    boolean single =
        set.generators().size() == 1 && set.generators().getFirst().is("git") && set.isGoTemplate();
    List<TemplateReads> all = single ? set.reads(set.templateTexts()) : List.of();
    for (MapNode files :
        single ? set.generators().getFirst().body().mapsAt("files") : List.<MapNode>of()) {
      GlobPattern glob = GlobPattern.of(files.textOrEmpty("path"), '/');
      corpus.of(GroupKind.PREVIEW).stream()
          .filter(record -> glob.matches(record.file()))
          .forEach(record -> check(set, all, record, out));
    }
  }

  private static void check(SetView set, List<TemplateReads> all, Resource record, Findings out) {
    for (TemplateReads reads : all) {
      for (ParameterReference reference : reads.needs(set.isStrict())) {
        String[] path = reference.path().toArray(String[]::new);
        if (path[0].equals("spec") && record.at(path) == null) {
          out.about(record)
              .add(
                  record.nearest(path),
                  set.resource().title() + " reads `" + reference.shown().substring(1) + "`");
        }
      }
    }
  }
}
