package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A platform that is in order, for tests to change in places. */
record PlatformCase(YamlDraft draft) {
  /** Kustomize, a role in a shared database, Cloudflare Access, a quota, and Argo CD's webhook. */
  static final PlatformCase PRIMITIVES = of("primitives");

  /** A chart with a clone of a database elsewhere. */
  static final PlatformCase CLONE = of("monolith-overlay");

  /** The same in a namespace that production uses too, by Argo CD's generator. */
  static final PlatformCase SHARED = of("monolith");

  static PlatformCase of(String example) {
    return new PlatformCase(YamlDraft.example(example));
  }

  /**
   * With changes such as {@code apps.0.name: web && capacity: -}, of which the last removes. Paths
   * are below {@code spec}, or begin with {@code metadata}.
   */
  PlatformCase with(@Nullable String changes) {
    YamlDraft changed = draft;
    for (String change : changes == null ? new String[0] : changes.split(" && ")) {
      int colon = change.indexOf(": ");
      String written = change.substring(0, colon);
      String path = written.startsWith("metadata") ? written : "spec." + written;
      String yaml = change.substring(colon + 2).strip();
      changed = yaml.equals("-") ? changed.without(path) : changed.with(path, yaml);
    }
    return new PlatformCase(changed);
  }

  /** What is said of the changed platform is this alone: ids and where they point. */
  void says(@Nullable String changes, @Nullable String said) {
    assertThat(String.join(", ", with(changes).said())).isEqualTo(said == null ? "" : said);
  }

  LoadedPlatform loaded() {
    return PlatformLoader.load("mayfly.yaml", draft.bytes());
  }

  /** The platform of a case that has nothing wrong. */
  Platform platform() {
    return loaded().platform();
  }

  List<Problem> problems() {
    try {
      return loaded().warnings();
    } catch (ProblemsException e) {
      return e.problems();
    }
  }

  /** Each problem as its id and the path of what it points at. */
  List<String> said() {
    return pointing(problems());
  }

  List<String> pointing(List<Problem> problems) {
    Node document =
        new YamlReader(Budget.ADMIN).read("mayfly.yaml", draft.bytes()).single(Fault.CONFIGURATION);
    return problems.stream()
        .map(it -> (it.id() + " " + path(document, it.location()).orElse("")).strip())
        .toList();
  }

  private static Optional<String> path(Node document, @Nullable Location at) {
    return walk("", document)
        .filter(place -> at != null && place.node().location().compareTo(at) == 0)
        .map(place -> place.path().replaceFirst("^spec\\.", ""))
        .findFirst();
  }

  private record Place(String path, Node node) {}

  private static Stream<Place> walk(String path, Node node) {
    String below = path.isEmpty() ? "" : path + ".";
    Stream<Place> parts =
        switch (node) {
          case MapNode map ->
              map.entries().stream()
                  .flatMap(e -> walk(below + e.key().text().replace(".", "~1"), e.value()));
          case ListNode list ->
              IntStream.range(0, list.items().size())
                  .boxed()
                  .flatMap(i -> walk(below + i, list.items().get(i)));
          default -> Stream.of();
        };
    return Stream.concat(Stream.of(new Place(path, node)), parts);
  }
}
