package dev.mayfly.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.manifest.KindSchemas;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.SchemaCheck;
import dev.mayfly.yaml.Tree;
import dev.mayfly.yaml.TypedModels;
import dev.mayfly.yaml.YamlWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every document of every platform of the matrix, each once. */
class RenderedDocumentsTest {
  private static final Map<String, Rendered> DOCUMENTS = new TreeMap<>();

  /** One document: what it holds by where it was rendered first. */
  private record Rendered(String path, String written, Node node) {}

  @BeforeAll
  static void render() {
    Set<String> seen = new TreeSet<>();
    PlatformMatrix.ALL
        .accepted()
        .forEach((name, draft) -> {
          RenderedPlatform rendered = RenderedPlatform.of(draft);
          rendered
              .documents()
              .forEach((path, text) -> {
                if (seen.add(text)) {
                  DOCUMENTS.put(
                      name + ": " + path,
                      new Rendered(path, rendered.written(path), PlainTrees.read(path, text)));
                }
              });
        });
  }

  @Test
  void thereAreMany() {
    assertThat(DOCUMENTS.size()).isGreaterThan(200);
    assertThat(PlatformMatrix.ALL.accepted().size()).isGreaterThan(80);
  }

  @Test
  void eachIsWrittenAgainAsItWas() {
    DOCUMENTS.forEach((where, document) ->
        assertThat(YamlWriter.write(PlainTrees.of(PlainTrees.read(where, document.written()))))
            .as(where)
            .isEqualTo(withoutComment(document.written())));
  }

  @Test
  void eachIsKeptWholeByTheTypedModel() {
    TypedModels models = new TypedModels();
    SortedMap<String, Object> wrong = new TreeMap<>();
    Set<String> kinds = new TreeSet<>();
    DOCUMENTS.forEach((where, document) -> {
      if (TypedModels.know(document.node())) {
        kinds.add(document.node().textAt("apiVersion") + " " + document.node().textAt("kind"));
        models.check(document.node()).forEach(problem -> wrong.put(where, problem.message()));
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(kinds).isEqualTo(TypedModels.kinds());
  }

  @Test
  void eachIsValidAgainstTheUpstreamDefinition() {
    String folder = System.getenv("MAYFLY_CRDS");
    assumeTrue(folder != null, "MAYFLY_CRDS names no folder of CustomResourceDefinitions");
    UpstreamSchemas upstream = new UpstreamSchemas(Path.of(folder));
    SortedMap<String, Object> wrong = new TreeMap<>();
    Set<String> kinds = new TreeSet<>();
    DOCUMENTS.forEach((where, document) -> {
      boolean patch = document.path().contains("/patches/");
      check(where, document.node(), patch, upstream, kinds, wrong);
      Node template = document.node().at("spec", "template");
      if (template instanceof MapNode && "ApplicationSet".equals(document.node().textAt("kind"))) {
        check(where + " (template)", application(template), false, upstream, kinds, wrong);
      }
    });
    assertThat(wrong).isEmpty();
    assertThat(kinds).hasSize(16);
    Node misspelt =
        PlainTrees.read(
            "c",
            "apiVersion: postgresql.cnpg.io/v1\n"
                + "kind: Cluster\nmetadata: {name: c}\n"
                + "spec: {instances: 1, enablePdb: false}\n");
    check("misspelt", misspelt, false, upstream, kinds, wrong);
    assertThat(wrong).hasToString("{misspelt c:4:22=unknown-key unknown key `enablePdb`}");
  }

  @Test
  void theExamplesLocksAreValid() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of("examples"))) {
      List<Path> locks = walk.filter(file -> file.endsWith("image.ref.yaml")).toList();
      assertThat(locks).hasSizeGreaterThanOrEqualTo(4);
      for (Path lock : locks) {
        Node document = PlainTrees.read(lock.toString(), Files.readString(lock));
        assertThat(new KindSchemas().of("image.ref.yaml", document).orElseThrow().check(document))
            .isEmpty();
      }
    }
  }

  private static void check(
      String where,
      Node node,
      boolean patch,
      UpstreamSchemas upstream,
      Set<String> kinds,
      Map<String, Object> wrong) {
    String apiVersion = String.valueOf(node.textAt("apiVersion"));
    String kind = String.valueOf(node.textAt("kind"));
    upstream
        .of(apiVersion, kind, patch)
        .ifPresent(schema -> {
          kinds.add(apiVersion + " " + kind);
          schema
              .check(node)
              .forEach(p -> wrong.put(where + " " + p.location(), p.id() + " " + p.message()));
        });
  }

  /** What Argo CD makes of an ApplicationSet's template, placeholders as they are. */
  private static Node application(Node template) {
    Map<String, Tree> application = new LinkedHashMap<>();
    application.put("apiVersion", new Tree.Text("argoproj.io/v1alpha1"));
    application.put("kind", new Tree.Text("Application"));
    application.putAll(((Tree.Mapping) PlainTrees.of(template)).entries());
    return PlainTrees.read("template", YamlWriter.write(new Tree.Mapping(application)));
  }

  private static String withoutComment(String text) {
    return text.lines()
        .filter(line -> !line.startsWith("# "))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  @Test
  void eachIsValidAgainstOurOwnSchema() {
    KindSchemas schemas = new KindSchemas();
    SortedMap<String, Object> wrong = new TreeMap<>();
    DOCUMENTS.forEach((where, document) -> {
      Optional<SchemaCheck> schema = schemas.of(document.path(), document.node());
      if (schema.isEmpty()) {
        // The admins' own objects are held to what their kinds have, as all that is linted.
        if (!document.path().contains("/extra-")) {
          wrong.put(where, "has no schema");
        }
        return;
      }
      for (Problem problem : schema.get().check(document.node())) {
        wrong.put(where + " " + problem.location() + " " + problem.id(), problem.message());
      }
    });
    assertThat(wrong).isEmpty();
  }

  @Test
  void eachSchemaServesADocument() {
    Set<SchemaName> used = EnumSet.noneOf(SchemaName.class);
    DOCUMENTS.values().forEach(d -> KindSchemas.nameOf(d.path(), d.node()).ifPresent(used::add));
    // Not rendered: written by admins and by CI, and what lint reports.
    used.addAll(
        EnumSet.of(
            SchemaName.PLATFORM,
            SchemaName.IMAGE_LOCK,
            SchemaName.CLUSTER_FACTS,
            SchemaName.LINT_REPORT,
            SchemaName.STATUS_REPORT));
    assertThat(used).containsExactlyInAnyOrder(SchemaName.values());
  }
}
