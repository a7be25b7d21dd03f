package dev.mayfly.lint;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import dev.mayfly.yaml.YamlReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads files into a {@link Corpus}. No file can stop the run: what is wrong becomes a problem. */
public final class CorpusReader {
  private final ForeignTemplates foreign;
  private final YamlReader reader = new YamlReader(Budget.LINT);

  private CorpusReader(ForeignTemplates foreign) {
    this.foreign = foreign;
  }

  public static Corpus read(FileFinder.Found found) {
    return read(found.files(), found.problems());
  }

  /** Reads files that are already in memory, by path. */
  public static Corpus read(Map<String, byte[]> files) {
    return read(
        files.entrySet().stream()
            .map(file -> new InputFile(file.getKey(), file.getValue()))
            .sorted(Comparator.comparing(InputFile::path))
            .toList(),
        List.of());
  }

  private static Corpus read(List<InputFile> files, List<Problem> problems) {
    Set<String> paths = files.stream().map(InputFile::path).collect(Collectors.toSet());
    problems.stream().filter(it -> it.id().equals("link")).forEach(it -> paths.add(file(it)));
    CorpusReader reader = new CorpusReader(new ForeignTemplates(paths));
    List<Problem> all = new ArrayList<>(problems);
    List<ReadFile> read = files.parallelStream().map(reader::read).toList();
    all.addAll(reader.foreign.notes());
    return Corpus.of(read, all, paths);
  }

  /** A link is not followed, but something is there. */
  private static String file(Problem problem) {
    Location at = problem.location();
    return at == null ? "" : at.file();
  }

  private ReadFile read(InputFile file) {
    FileForm form = FileForm.of(file.fileName());
    if (form == FileForm.TEMPLATE || foreign.isChartTemplate(file.path())) {
      if (form == FileForm.TEMPLATE) {
        foreign.leave(file.path());
      }
      return new ReadFile(new Source(file.path(), ""), List.of(), List.of(), List.of());
    }
    if (form == FileForm.JSON && !isManifest(new String(file.bytes(), ISO_8859_1))) {
      return new ReadFile(new Source(file.path(), ""), List.of(), List.of(), List.of());
    }
    ReadResult result = reader.read(file.path(), file.bytes());
    boolean manifest = isManifest(result.source().text());
    if (!result.problems().isEmpty() && ForeignTemplates.isTemplateText(result.source().text())) {
      foreign.leave(file.path());
      return new ReadFile(result.source(), List.of(), List.of(), List.of());
    }
    List<Resource> resources = new ArrayList<>();
    List<Kustomization> kustomizations = new ArrayList<>();
    for (Node document : result.documents()) {
      if (form == FileForm.KUSTOMIZATION && document instanceof MapNode root) {
        kustomizations.add(new Kustomization(file.directory(), root));
      } else {
        collect(document, resources);
      }
    }
    List<Problem> problems =
        result.problems().stream().filter(it -> manifest || !isDialect(it)).toList();
    return new ReadFile(result.source(), resources, kustomizations, problems);
  }

  /**
   * Lists of objects are flattened; their nesting is bounded by the reader's depth. An object of
   * any kind is one when it has {@code items} (apimachinery, {@code Unstructured.IsList}).
   */
  private static void collect(Node document, List<Resource> resources) {
    if (!(document instanceof MapNode root)) {
      return;
    }
    if (root.textAt("kind") != null && root.get("items") instanceof ListNode items) {
      items.items().forEach(item -> collect(item, resources));
      return;
    }
    Resource resource = Resource.of(root);
    if (resource != null) {
      resources.add(resource);
    }
  }

  private static boolean isManifest(String text) {
    return text.contains("apiVersion");
  }

  /** Tags and other habits of files that no Kubernetes reader ever sees, such as CI files. */
  private static boolean isDialect(Problem problem) {
    return problem.id().equals("yaml-feature") || problem.id().equals("key-type");
  }

  static Problem note(String id, Location at, String message, String hint) {
    return new Problem(id, Severity.NOTE, at, message, hint);
  }
}
