package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.SyncOrder;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** An object is applied before the Namespace that it lies in. */
public final class BeforeItsNamespace implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus);
    Set<String> made = made(corpus);
    for (Resource namespace : corpus.of(GroupKind.NAMESPACE)) {
      Optional<SyncOrder> order = SyncOrder.of(namespace);
      if (order.isEmpty() || made.contains(namespace.name())) {
        continue;
      }
      for (Resource object : corpus.inNamespace(namespace.name())) {
        // Where Argo CD's own objects lie it runs already; waves of previews are another rule's.
        boolean early =
            !object.type().group().equals("argoproj.io")
                && PreviewScope.overlay(object).isEmpty()
                && SyncOrder.of(object).filter(it -> it.isBefore(order.get())).isPresent();
        if (early && together.of(object, namespace) == Meeting.CERTAIN) {
          report(corpus, object, namespace, order.get(), out.about(object));
        }
      }
    }
  }

  /** The namespaces that Argo CD itself makes before a sync. */
  private static Set<String> made(Corpus corpus) {
    Set<String> made = new HashSet<>();
    for (Resource resource : corpus.of(GroupKind.APPLICATION)) {
      ApplicationView.of(resource).stream()
          .filter(it -> it.syncOption("CreateNamespace").filter("true"::equals).isPresent())
          .forEach(it -> made.add(it.text("spec", "destination", "namespace")));
    }
    return made;
  }

  private static void report(
      Corpus corpus, Resource object, Resource namespace, SyncOrder order, Findings out) {
    String message = "Namespace `%s` comes only in %s".formatted(namespace.name(), order.shown());
    if (corpus.isPatched(object) || corpus.isPatched(namespace)) {
      out.unverifiable(object.subject(), message, "lint what kustomize makes of it");
    } else {
      out.add(object.subject(), message);
    }
  }
}
