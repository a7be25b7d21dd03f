package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.Resource;
import dev.mayfly.manifest.PreviewFolders;
import dev.mayfly.yaml.Node;
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
   * record itself is read strictly by {@link InvalidRecord}.
   */
  static List<Rendered> of(Corpus corpus, Findings out) {
    Set<String> overlays = new HashSet<>();
    for (Resource record : corpus.of(InvalidRecord.KIND)) {
      if (record.file().endsWith("/" + PreviewFolders.RECORD)) {
        overlays.add(record.directory());
      }
    }
    Set<String> files = out.settings().rendered();
    List<Rendered> documents = new ArrayList<>();
    if (overlays.isEmpty() && files.isEmpty()) {
      return documents;
    }
    for (Resource resource : corpus.resources()) {
      boolean ours = overlays.contains(resource.directory()) || files.contains(resource.file());
      if (ours && !resource.is(InvalidRecord.KIND)) {
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
    return documents;
  }

  /** Asks of each document, on all processors, and reports in the order of the documents. */
  static void check(
      List<Rendered> documents, Function<Rendered, List<Problem>> question, Findings out) {
    List<List<Problem>> answers = documents.parallelStream().map(question).toList();
    for (int i = 0; i < answers.size(); i++) {
      Rendered document = documents.get(i);
      answers.get(i).forEach(it -> out.about(document.title()).add(it, document.root()));
    }
  }
}
