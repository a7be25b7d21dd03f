package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.SharedWork;
import dev.mayfly.lint.view.FieldDoubt;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadingFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The documents of a corpus that only Mayfly writes. */
final class RenderedDocuments {
  /** A document; its title is empty for a kustomization. */
  record Rendered(String file, String title, GroupKind type, Node root) {}

  private RenderedDocuments() {}

  /**
   * Everything in the folder of a record, and the files that this run knows to be rendered. The
   * record itself is read strictly by {@link InvalidRecord}. Of files that are as rendering makes
   * them one a template is enough: previews of an app differ in facts alone.
   */
  static List<Rendered> of(Corpus corpus, Findings out) {
    Set<String> overlays = new HashSet<>();
    for (Resource record : corpus.of(GroupKind.PREVIEW)) {
      if (record.file().endsWith("/" + PreviewFolders.RECORD)) {
        overlays.add(record.directory());
      }
    }
    Set<String> files = out.settings().rendered();
    List<Rendered> documents = new ArrayList<>();
    for (Resource resource : corpus.resources()) {
      boolean ours = overlays.contains(resource.directory()) || files.contains(resource.file());
      if (ours && !resource.is(GroupKind.PREVIEW)) {
        documents.add(
            new Rendered(resource.file(), resource.title(), resource.type(), resource.root()));
      }
    }
    for (Kustomization kustomization : corpus.kustomizations()) {
      String file = kustomization.root().location().file();
      if (overlays.contains(kustomization.directory()) || files.contains(file)) {
        GroupKind type = new GroupKind("kustomize.config.k8s.io", "Kustomization");
        documents.add(new Rendered(file, "", type, kustomization.root()));
      }
    }
    Set<String> unchanged = new HashSet<>();
    documents.removeIf(
        it -> out.settings().unchanged().contains(it.file()) && !unchanged.add(template(it)));
    return documents;
  }

  /** The template of a document of a preview: all previews of an app lie in one folder. */
  private static String template(Rendered document) {
    String app = RelativePath.parent(RelativePath.parent(document.file()));
    return app
        + "\n"
        + RelativePath.name(document.file())
        + "\n"
        + document.root().location().line();
  }

  /**
   * Asks of each document, on all processors, and reports in the order of the documents what the
   * rules on the fields of all kinds do not say better.
   */
  static void check(
      List<Rendered> documents,
      Function<Rendered, List<Problem>> question,
      Corpus corpus,
      Findings out) {
    List<List<Problem>> answers = SharedWork.map(documents, question);
    for (int i = 0; i < answers.size(); i++) {
      Rendered document = documents.get(i);
      for (Problem problem : answers.get(i)) {
        if (!isSaid(problem, document, corpus, out)) {
          out.about(document.title()).add(problem, document.root());
        }
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static boolean isSaid(Problem problem, Rendered document, Corpus corpus, Findings out) {
    return corpus.fields().stream()
        .filter(object -> object.resource().root() == document.root())
        .anyMatch(object ->
            object.faults().stream()
                .filter(fault -> isSame(problem, fault))
                .anyMatch(it -> FieldDoubt.of(object, it, corpus, out.targets()).isEmpty()));
  }

  /** What is missing is shown at the block by one and at its key by the other. */
  private static boolean isSame(Problem problem, FieldFault fault) {
    String name = fault.path().substring(fault.path().lastIndexOf('.') + 1);
    return (problem.location() != null && problem.location().compareTo(fault.location()) == 0)
        || (fault.why() == FieldFault.Why.MISSING
            && ReadingFault.MISSING_FIELD.isIn(problem)
            && problem.message().contains("`" + name + "`"));
  }
}
