package dev.mayfly.lint.rule.namespace;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.TemplateText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An object is applied before the Namespace that it lies in. */
public final class BeforeItsNamespace implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Set<String> made = made(corpus);
    List<Early> found = new ArrayList<>();
    for (Resource namespace : corpus.of(GroupKind.NAMESPACE)) {
      Optional<SyncOrder> order = namespace.order();
      if (order.isEmpty() || made.contains(namespace.name())) {
        continue;
      }
      for (Resource object : corpus.inNamespace(namespace.name())) {
        // Where Argo CD's own objects lie it runs already; waves of previews are another rule's.
        boolean early =
            !object.type().group().equals("argoproj.io")
                && PreviewScope.overlay(object).isEmpty()
                && object.order().filter(it -> it.compareTo(order.get()) < 0).isPresent();
        if (early && together.of(object, namespace) == Meeting.CERTAIN) {
          found.add(new Early(object, namespace, order.get()));
        }
      }
    }
    if (!found.isEmpty()) {
      Set<String> applied = folders(corpus); // asks every Application, so only where it matters
      found.forEach(it -> it.report(corpus, applied, out.about(it.object())));
    }
  }

  /** The namespaces that Argo CD itself makes before a sync. */
  private static Set<String> made(Corpus corpus) {
    Set<String> made = new HashSet<>();
    ApplicationView.all(corpus)
        .filter(BeforeItsNamespace::makesNamespace)
        .forEach(it -> made.add(it.namespace()));
    return made;
  }

  /**
   * The folders whose Application is here to be asked; one that makes a namespace whose name a
   * template gives may make any.
   */
  private static Set<String> folders(Corpus corpus) {
    return ApplicationView.all(corpus)
        .filter(it -> !makesNamespace(it) || !TemplateText.isTemplated(it.namespace()))
        .flatMap(application ->
            application.sources().stream()
                .flatMap(it -> SourcePaths.of(corpus, application, it).stream()))
        .collect(Collectors.toSet());
  }

  /** The folders that take an object in. */
  private static Stream<String> folders(Corpus corpus, Resource object) {
    return Stream.concat(
        Stream.of(object.directory()), corpus.including(object).stream().map(it -> it.directory()));
  }

  private static boolean makesNamespace(ApplicationView application) {
    return application.syncOptions().isOn(SyncOption.CREATE_NAMESPACE);
  }

  /** An object, and the Namespace that only comes later. */
  private record Early(Resource object, Resource namespace, SyncOrder order) {
    /**
     * @param applied the folders whose Application can be asked
     */
    void report(Corpus corpus, Set<String> applied, Findings out) {
      String message =
          "Namespace `%s` comes only in %s".formatted(namespace.name(), order.inFull());
      if (corpus.isPatched(object) || corpus.isPatched(namespace)) {
        out.unverifiable(object.subject(), message, "lint what kustomize makes of it");
      } else {
        out.addIf(
            folders(corpus, object).anyMatch(applied::contains),
            object.subject(),
            message,
            "see whether its Application has `CreateNamespace=true`");
      }
    }
  }
}
