package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoPath;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.yaml.GoDocument;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The {@code git} generator over files or directories (Argo CD, {@code generators/git.go}). */
public final class GitGenerator {
  private static final Map<String, UnaryOperator<String>> OF_FOLDER =
      Map.of("basename", GoPath::base, "basenameNormalized", it -> Slug.normalize(GoPath.base(it)));

  private static final Map<String, UnaryOperator<String>> OF_FILE =
      Map.of("filename", it -> it, "filenameNormalized", Slug::normalize);

  /** Finding a file's folders takes as long as so many comparisons. */
  private static final int WALKED = 10;

  private final Node generator;
  private final GeneratorContext context;
  private final Map<String, Optional<byte[]>> files;
  private final @Nullable String prefix;

  private GitGenerator(
      Node generator, GeneratorContext context, Map<String, Optional<byte[]>> files) {
    this.generator = generator;
    this.context = context;
    this.files = files;
    String written = generator.textAt("pathParamPrefix");
    this.prefix = written == null || written.isEmpty() ? null : written;
  }

  /** What {@code path} holds for a folder or a file, where templates are Go's. */
  public static Set<String> parameters(boolean files) {
    Set<String> names = new TreeSet<>(Set.of("path", "segments"));
    names.addAll(OF_FOLDER.keySet());
    names.addAll(files ? OF_FILE.keySet() : Set.of());
    return names;
  }

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    Map<String, Optional<byte[]>> files =
        GeneratorContext.given(
            context
                .inputs()
                .files(generator.textOrEmpty("repoURL"), generator.textOrEmpty("revision")),
            generator,
            "the `git` generator reads a repository that was not given",
            "give a checkout of it with `--repo`");
    GitGenerator git = new GitGenerator(generator, context, files);
    List<Node> directories = Shapes.list("directories", generator.at("directories"));
    List<Node> patterns = Shapes.list("files", generator.at("files"));
    int each = WALKED * Math.min(1, directories.size()) + directories.size() + patterns.size();
    context.work().takes((long) files.size() * each, generator);
    if (!directories.isEmpty()) {
      return git.directories(
          PathChoice.of(directories, (path, at) -> FilePathMatch.matching(path)));
    }
    if (!patterns.isEmpty()) {
      return git.files(PathChoice.of(patterns, GitPathspec::matching));
    }
    throw GeneratorStop.stall(
        generator.location(), "the `git` generator names neither files nor directories");
  }

  private List<GoValue.Entries> directories(PathChoice chosen) throws GeneratorStop {
    Comparator<String> asWalked = Comparator.comparing(path -> path.replace('/', '\0'));
    TreeSet<String> all = new TreeSet<>(asWalked);
    for (String file : files.keySet()) {
      for (int slash = file.indexOf('/'); slash != -1; slash = file.indexOf('/', slash + 1)) {
        String directory = file.substring(0, slash);
        if (!("/" + directory).contains("/.")) {
          all.add(directory);
        }
      }
    }
    List<GoValue.Entries> sets = new ArrayList<>();
    for (String directory : all) {
      if (chosen.takes(directory)) {
        SortedMap<String, GoValue> parameters = new TreeMap<>();
        addPath(parameters, directory, null);
        sets.add(context.set(generator, parameters));
      }
    }
    return sets;
  }

  private List<GoValue.Entries> files(PathChoice chosen) throws GeneratorStop {
    List<GoValue.Entries> sets = new ArrayList<>();
    for (Map.Entry<String, Optional<byte[]>> file : new TreeMap<>(files).entrySet()) {
      String path = file.getKey();
      if (chosen.takes(path)) {
        for (GoValue.Entries object : objects(path, file.getValue())) {
          SortedMap<String, GoValue> parameters = context.parameters(object);
          addPath(parameters, GoPath.dir(path), GoPath.base(path));
          sets.add(context.set(generator, parameters));
        }
      }
    }
    return sets;
  }

  private List<GoValue.Entries> objects(String path, Optional<byte[]> content)
      throws GeneratorStop {
    if (content.isEmpty()) {
      throw GeneratorStop.unverifiable(
          generator.location(),
          MessageText.quoted(path) + " is not read here",
          "name it `.yaml`, `.yml` or `.json`, and keep it small");
    }
    byte[] bytes = content.get();
    context.work().takes(GeneratorWork.size(bytes.length), generator);
    ReadResult read = GoDocument.read(path, bytes);
    if (!read.problems().isEmpty()) {
      Problem why = read.problems().getFirst();
      throw GeneratorStop.unread(why.location(), "the file", why);
    }
    if (read.documents().isEmpty()) {
      return List.of(GoValue.map());
    }
    Node document = read.documents().getFirst();
    return ListGenerator.maps(document instanceof ListNode list ? list.items() : List.of(document));
  }

  private void addPath(
      SortedMap<String, GoValue> parameters, String directory, @Nullable String file) {
    SortedMap<String, String> names = new TreeMap<>();
    OF_FOLDER.forEach((name, value) -> names.put(name, value.apply(directory)));
    if (file != null) {
      OF_FILE.forEach((name, value) -> names.put(name, value.apply(file)));
    }
    List<String> segments = List.of(directory.split("/"));
    if (context.goTemplate()) {
      SortedMap<String, GoValue> path = new TreeMap<>();
      path.put("path", GoValue.of(directory));
      path.put("segments", GoValue.texts(segments));
      names.forEach((name, value) -> path.put(name, GoValue.of(value)));
      GoValue value = GoValue.map(path);
      parameters.put(
          prefix == null ? "path" : prefix,
          prefix == null ? value : GoValue.map(new TreeMap<>(Map.of("path", value))));
    } else {
      String key = prefix == null ? "path" : prefix + ".path";
      parameters.put(key, GoValue.of(directory));
      names.forEach((name, value) -> parameters.put(key + "." + name, GoValue.of(value)));
      for (int i = 0; i < segments.size(); i++) {
        if (!segments.get(i).isEmpty()) {
          parameters.put(key + "[" + i + "]", GoValue.of(segments.get(i)));
        }
      }
    }
  }
}
