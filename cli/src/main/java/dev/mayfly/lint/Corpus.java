package dev.mayfly.lint;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import dev.mayfly.kubernetes.GroupKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** All that one run looks at: every object, the kustomizations around them, and the file names. */
public final class Corpus {
  private final List<Resource> resources;
  private final List<Resource> inPatchFiles;
  private final List<Resource> partial;
  private final List<Kustomization> kustomizations;
  private final List<Problem> problems;
  private final Map<String, Source> sources;
  private final KustomizeGraph graph;
  private final PatchFiles patchFiles;
  private final ReadFiles read;
  private final Map<GroupKind, List<Resource>> byType = new LinkedHashMap<>();
  private final Map<String, List<Resource>> byDirectory = new HashMap<>();
  private final Map<String, List<Resource>> byNamespace = new HashMap<>();
  private final Map<String, Resource> byName = new HashMap<>();
  private final Map<String, Kustomization> kustomizationByDirectory = new HashMap<>();
  private @Nullable List<FieldFaults> fields;

  private Corpus(ReadFiles read) {
    this.read = read;
    List<ReadFile> files = read.read();
    this.kustomizations = files.stream().flatMap(it -> it.kustomizations().stream()).toList();
    this.graph = new KustomizeGraph(kustomizations);
    this.sources =
        files.stream()
            .collect(
                Collectors.toMap(it -> it.source().name(), ReadFile::source, (one, last) -> last));
    kustomizations.forEach(it -> kustomizationByDirectory.putIfAbsent(it.directory(), it));
    this.patchFiles = new PatchFiles(graph, kustomizationByDirectory, this::textOf);
    Map<Boolean, List<Resource>> parted =
        files.stream()
            .flatMap(it -> it.resources().stream())
            .collect(Collectors.partitioningBy(it -> patchFiles.holds(it.file())));
    this.resources = List.copyOf(parted.get(false));
    this.inPatchFiles = List.copyOf(parted.get(true));
    this.partial =
        inPatchFiles.stream().filter(it -> patchFiles.isJudged(it.file(), read.named())).toList();
    List<Problem> all = new ArrayList<>(read.problems());
    files.forEach(it -> all.addAll(it.problems()));
    all.addAll(patchFiles.notes(inPatchFiles, read.named()).toList());
    this.problems = List.copyOf(all);
    for (Resource resource : resources) {
      byType.computeIfAbsent(resource.type(), key -> new ArrayList<>()).add(resource);
      byDirectory.computeIfAbsent(resource.directory(), key -> new ArrayList<>()).add(resource);
      byNamespace.computeIfAbsent(resource.namespace(), key -> new ArrayList<>()).add(resource);
      byName.putIfAbsent(
          identity(resource.type(), resource.namespace(), resource.name()), resource);
    }
  }

  /** Reads what was found; the step is told how many files are read. */
  public static Corpus read(FileFinder.Found found, Activity.Step step) {
    return new Corpus(ReadFiles.of(found, Map.of(), step));
  }

  /** Reads what was found, but for files that this corpus has already: the very same bytes. */
  public Corpus withFiles(FileFinder.Found found, Activity.Step step) {
    return new Corpus(ReadFiles.of(found, read.byFile(), step));
  }

  /** Reads files that are already in memory, by path. */
  public static Corpus read(Map<String, byte[]> files) {
    List<InputFile> sorted = new ArrayList<>();
    new TreeMap<>(files).forEach((path, bytes) -> sorted.add(new InputFile(path, bytes)));
    return read(new FileFinder.Found(sorted, List.of()), Activity.SILENT);
  }

  /**
   * Parts of objects: patches that the user named, and those that say so themselves. They are
   * judged one by one, and nothing is certain of them.
   */
  List<Resource> partial() {
    return partial;
  }

  /** The parts of objects that kustomizations name as patches, of the kind that they say. */
  List<Resource> patches() {
    return inPatchFiles.stream().filter(graph::isPatchOfItsKind).toList();
  }

  /** The objects with something that their kinds do not fit; found when first asked for. */
  public synchronized List<FieldFaults> fields() {
    if (fields == null) {
      fields = FieldFaults.of(this);
    }
    return fields;
  }

  /** Every whole object, by file and place. */
  public List<Resource> resources() {
    return resources;
  }

  public List<Resource> of(GroupKind type) {
    return byType.getOrDefault(type, List.of());
  }

  public List<Resource> inDirectory(String directory) {
    return byDirectory.getOrDefault(directory, List.of());
  }

  /** The objects that name this namespace. */
  public List<Resource> inNamespace(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  public Optional<Resource> find(GroupKind type, String namespace, String name) {
    return Optional.ofNullable(byName.get(identity(type, namespace, name)));
  }

  private static String identity(GroupKind type, String namespace, String name) {
    return type + "\0" + namespace + "\0" + name;
  }

  /** How many objects and kustomizations are judged. */
  public int documents() {
    return resources.size() + partial.size() + kustomizations.size();
  }

  public List<Kustomization> kustomizations() {
    return kustomizations;
  }

  /** The kustomization that stands in this folder itself. */
  public Optional<Kustomization> kustomizationIn(String directory) {
    return Optional.ofNullable(kustomizationByDirectory.get(directory));
  }

  /** The kustomizations that take in the object's file, directly or through others. */
  public List<Kustomization> including(Resource resource) {
    return graph.of(resource.file());
  }

  /** Whether a kustomization may change a field, by one of its keys or by a patch. */
  public boolean mayChange(Resource resource, String... keys) {
    return including(resource).stream()
        .anyMatch(it -> it.transforms() || Arrays.stream(keys).anyMatch(it.root()::has));
  }

  /**
   * Whether a patch may still change the object: then a field that is missing or wrong here may be
   * right in what is applied.
   */
  public boolean isPatched(Resource resource) {
    return patchFiles.reach(resource);
  }

  String textOf(String path) {
    Source source = sources.get(path);
    return source == null ? "" : source.text();
  }

  /** What reading met: files that are no YAML, duplicates, files left alone. */
  public List<Problem> problems() {
    return problems;
  }

  public Map<String, Source> sources() {
    return sources;
  }

  /** The paths of all files, also of those that hold no object. */
  public Set<String> paths() {
    return read.paths();
  }
}
