package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import java.util.HashSet;
import java.util.Set;

/**
 * The folders that previews are made from, as far as they are in the corpus. Whether a source reads
 * this repository cannot be told from here; a folder of the same path is taken for it.
 */
public final class PreviewSources {
  private static final String TEMPLATES = "templates/";

  private final Set<String> folders = new HashSet<>();
  private final Set<String> withNamespace = new HashSet<>();

  public PreviewSources(Corpus corpus) {
    ApplicationView.all(corpus)
        .filter(ApplicationView::isPreview)
        .flatMap(application -> application.sources().stream())
        .forEach(source -> folders.add(folder(source.textOrEmpty("path"))));
    folders.remove("");
    for (Resource namespace : corpus.of(GroupKind.NAMESPACE)) {
      addUpwards(namespace.directory());
      corpus.including(namespace).forEach(it -> withNamespace.add(it.directory()));
    }
    corpus.paths().forEach(this::addChart);
  }

  private void addUpwards(String directory) {
    String folder = directory;
    while (withNamespace.add(folder) && !folder.isEmpty()) {
      folder = RelativePath.parent(folder);
    }
  }

  /** A chart's templates are not read, but one is nearly always named after what it makes. */
  private void addChart(String path) {
    int at = path.lastIndexOf(TEMPLATES);
    if (at >= 0 && path.indexOf("namespace", at) >= 0) {
      withNamespace.add(at == 0 ? "" : path.substring(0, at - 1));
    }
  }

  private static String folder(String path) {
    return RelativePath.resolve("", path);
  }

  /** Whether a preview is made from this very folder, or it is the overlay of one. */
  public boolean holds(String directory) {
    return folders.contains(directory) || PreviewScope.isPreviewFolder(directory);
  }

  /** Whether one of the sources brings a Namespace, as an object or in a chart. */
  public boolean bringsNamespace(ApplicationView application) {
    return application.sources().stream()
        .map(source -> source.textOrEmpty("path"))
        .anyMatch(path -> !path.isEmpty() && withNamespace.contains(folder(path)));
  }
}
