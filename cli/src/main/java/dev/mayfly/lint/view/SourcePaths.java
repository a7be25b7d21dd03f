package dev.mayfly.lint.view;

import dev.mayfly.argocd.FilePathMatch;
import dev.mayfly.argocd.GlobPattern;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.Resource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The folders of the corpus that a source of an Application names, also where a git generator fills
 * them in. That the corpus is the repository of the source is taken for granted where the folder is
 * there.
 */
public final class SourcePaths {
  private SourcePaths() {}

  public static List<String> of(Corpus corpus, ApplicationView application, SourceView source) {
    String path = source.textOrEmpty("path");
    if (path.isEmpty()) {
      return List.of();
    }
    if (!TemplateText.isTemplated(path)) {
      return List.of(RelativePath.resolve("", path));
    }
    TreeSet<String> folders = new TreeSet<>();
    application
        .flattened()
        .filter(generator -> generator.is("git"))
        .flatMap(generator -> elements(corpus, generator).stream())
        .forEach(values ->
            application
                .filled(path, values)
                .ifPresent(text -> folders.add(RelativePath.resolve("", text))));
    return List.copyOf(folders);
  }

  /** What a git generator finds in the corpus: the texts by which a template can name each. */
  private static List<Map<String, String>> elements(Corpus corpus, Generator generator) {
    List<Map<String, String>> elements = new ArrayList<>();
    for (MapNode entry : generator.body().mapsAt("files")) {
      GlobPattern pattern = GlobPattern.of(entry.textOrEmpty("path"), '/');
      for (String file : corpus.paths()) {
        if (pattern.matches(file)) {
          Map<String, String> values = place(RelativePath.parent(file));
          corpus.inDirectory(RelativePath.parent(file)).stream()
              .filter(it -> it.file().equals(file))
              .forEach(it -> ElementNames.texts("", it.root(), values::putIfAbsent));
          elements.add(values);
        }
      }
    }
    for (MapNode entry : generator.body().mapsAt("directories")) {
      if (!NodeValues.isTrue(entry.get("exclude"))) {
        folders(corpus, entry.textOrEmpty("path")).forEach(it -> elements.add(place(it)));
      }
    }
    return elements;
  }

  private static Set<String> folders(Corpus corpus, String pattern) {
    Set<String> folders = new TreeSet<>();
    for (String file : corpus.paths()) {
      for (String at = RelativePath.parent(file); !at.isEmpty(); at = RelativePath.parent(at)) {
        if (FilePathMatch.matches(pattern, at)) {
          folders.add(at);
        }
      }
    }
    return folders;
  }

  private static Map<String, String> place(String folder) {
    Map<String, String> values = new HashMap<>();
    values.put("path", folder);
    values.put("path.path", folder);
    values.put("path.basename", RelativePath.name(folder));
    return values;
  }

  /** The objects that a folder yields: its own, and those that a kustomization in it takes in. */
  public static List<Resource> objects(Corpus corpus, String folder) {
    if (corpus.kustomizationIn(folder).isEmpty()) {
      return corpus.inDirectory(folder);
    }
    return corpus.resources().stream()
        .filter(it ->
            corpus.including(it).stream()
                .anyMatch(kustomization -> kustomization.directory().equals(folder)))
        .toList();
  }
}
