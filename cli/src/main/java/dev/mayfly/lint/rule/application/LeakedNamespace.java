package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.PreviewScope;
import dev.mayfly.lint.view.PreviewSources;
import dev.mayfly.lint.view.SourcePaths;
import dev.mayfly.lint.view.SourceView;
import dev.mayfly.lint.view.TemplateText;
import java.util.List;
import java.util.Set;

/** The namespace outlives the preview. */
public final class LeakedNamespace implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    PreviewSources sources = new PreviewSources(corpus);
    ApplicationView.all(corpus)
        .filter(ApplicationView::isPreview)
        // With the Namespace among the objects Argo CD does not create it by itself.
        .filter(application -> !sources.bringsNamespace(application))
        .forEach(it -> check(it, isSeen(corpus, it), out.about(it.resource())));
  }

  private static void check(ApplicationView application, boolean seen, Findings out) {
    String namespace = application.namespace();
    boolean own = TemplateText.hasActions(namespace) || PreviewScope.isPreviewName(namespace);
    if (application.trackingId() == null && own) {
      String message = "`CreateNamespace=true` makes `" + namespace + "`, and nothing deletes it";
      application
          .syncOptions()
          .find(SyncOption.CREATE_NAMESPACE)
          .ifPresent(it ->
              out.addIf(
                  seen, it, message, "a source that is not read here may bring the Namespace"));
    }
  }

  /** Whether all that the sources hold has been read: no chart, nothing remote, no other place. */
  private static boolean isSeen(Corpus corpus, ApplicationView application) {
    for (SourceView source : application.sources()) {
      List<String> folders = SourcePaths.of(corpus, application, source);
      boolean refOnly =
          !source.textOrEmpty("ref").isEmpty() && source.textOrEmpty("path").isEmpty();
      boolean plain = Set.of("directory", "kustomize").containsAll(source.types());
      if (!refOnly
          && (!plain
              || folders.isEmpty()
              || !folders.stream().allMatch(it -> isSeen(corpus, it)))) {
        return false;
      }
    }
    return !application.sources().isEmpty();
  }

  private static boolean isSeen(Corpus corpus, String folder) {
    boolean remote =
        corpus.kustomizationIn(folder).stream()
            .anyMatch(it ->
                it.root().has("helmCharts")
                    || it.textsAt("resources").stream()
                        .anyMatch(entry -> Kustomization.isRemote(entry.text())));
    return !remote
        && !SourcePaths.objects(corpus, folder).isEmpty()
        && !corpus.paths().contains(RelativePath.resolve(folder, "Chart.yaml"));
  }
}
