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
import java.util.ArrayList;
import java.util.List;

/** An ApplicationSet reads a key that a record does not have. */
public final class RecordLacksKeyOfSet implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    SetView set = SetView.of(resource);
    boolean single =
        set.generators().size() == 1 && set.generators().getFirst().is("git") && set.isGoTemplate();
    if (!single) {
      return;
    }
    List<ParameterReference> needed = new ArrayList<>();
    for (TemplateReads reads : set.reads(set.templateTexts())) {
      needed.addAll(reads.needs(set.isStrict()));
    }
    needed.removeIf(it -> !it.path().getFirst().equals("spec"));
    for (MapNode files : set.generators().getFirst().body().mapsAt("files")) {
      GlobPattern glob = GlobPattern.of(files.textOrEmpty("path"), '/');
      corpus.of(GroupKind.PREVIEW).stream()
          .filter(record -> glob.matches(record.file()))
          .forEach(record -> check(set, needed, record, out));
    }
  }

  private static void check(
      SetView set, List<ParameterReference> needed, Resource record, Findings out) {
    for (ParameterReference reference : needed) {
      String[] path = reference.path().toArray(String[]::new);
      if (record.at(path) == null) {
        out.about(record)
            .add(
                record.nearest(path),
                set.resource().title() + " reads `" + reference.shown().substring(1) + "`");
      }
    }
  }
}
