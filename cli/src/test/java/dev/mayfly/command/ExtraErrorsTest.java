package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Objects of the admins' own that would not belong to one preview alone, or have no effect. */
class ExtraErrorsTest {
  private static final String EXAMPLE = "shapes/extra-objects";
  private static final String LISTED = "extras: [oauth2-proxy, seed]";
  private static final String FILE = "templates/extra/seed.yaml";
  private static final String HOOK = "    argocd.argoproj.io/hook: PostSync\n";
  private static final String OBJECT =
      """
      apiVersion: %s
      kind: %s
      metadata:
        name: %s
        namespace: %s
      """;

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> refused() {
    return ErrorCase.tests(
        "extra",
        temp,
        List.of(
            listed("file-that-is-not-there", "extras: [oauth2-prxy, seed]"),
            listed("no-file-at-all", s -> s.without("templates")),
            listed("file-that-no-app-lists", "extras: [oauth2-proxy]"),
            listed("listed-twice", "extras: [oauth2-proxy, seed, seed]"),
            listed("path-for-a-name", "extras: [oauth2-proxy, ../seed.yaml]"),
            listed("other-extension", s -> s.write("templates/extra/other.yml", "a: b\n")),
            object("cluster-scoped", "rbac.authorization.k8s.io/v1", "ClusterRole", "seed", "x"),
            object("foreign-namespace", "v1", "ConfigMap", "seed", "production"),
            object("namespace-of-another-app", "v1", "ConfigMap", "seed", "pr-${pr.number}-api"),
            object("no-name", "v1", "ConfigMap", "\"\"", "${preview.namespace}"),
            object("name-with-capitals", "v1", "ConfigMap", "Seed", "${preview.namespace}"),
            object("kind-that-depends", "v1", "${app.name}${pr.number}", "a", "a"),
            object("same-as-the-overlay", "v1", "ResourceQuota", "preview", "${preview.namespace}"),
            edited("no-namespace", "  namespace: ${preview.namespace}\n", ""),
            edited("hook-before-the-namespace", "hook: PostSync", "hook: PreSync"),
            edited("hook-at-deletion", HOOK, "    helm.sh/hook: post-delete\n"),
            ErrorCase.platform(
                "hook-at-deletion-by-the-generator",
                "shapes/database-by-job",
                s ->
                    s.edit("delivery: overlay, change: pull-request", "delivery: generator")
                        .write(
                            "templates/extra/database.yaml",
                            s.read("templates/extra/database.yaml")
                                .replace("hook: Sync", "hook: PreDelete"))),
            edited("wave-of-the-namespace", HOOK, "    argocd.argoproj.io/sync-wave: \"-10\"\n"),
            edited("wave-that-is-no-number", HOOK, "    argocd.argoproj.io/sync-wave: late\n"),
            listed("no-object", s -> s.write(FILE, "")),
            listed("a-list", s -> s.write(FILE, "- a\n")),
            rendering(
                "title-in-a-name", "name: seed\n  namespace", "name: ${pr.title}\n  namespace"),
            rendering(
                "value-that-is-not-there", "${images.app.reference}", "${images.ap.reference}"),
            shared("shared-name", "seed", "a: b"),
            shared(
                "shared-selector",
                "${preview.application}-seed",
                "spec: {podSelector: {matchLabels: {app: web}}, selector: {}}"),
            shared(
                "shared-pods",
                "${preview.application}-seed",
                "spec: {template: {metadata: {labels: {app: web}}}}"),
            shared("digest-by-the-generator", "${preview.application}-seed", "a: ${pr.headSha}")));
  }

  private static ErrorCase listed(String name, String line) {
    return listed(name, s -> s.edit(LISTED, line));
  }

  private static ErrorCase listed(String name, UnaryOperator<Scenario> edit) {
    return ErrorCase.platform(name, EXAMPLE, edit);
  }

  private static ErrorCase edited(String name, String old, String replacement) {
    return listed(name, s -> s.edit(FILE, old, replacement));
  }

  private static ErrorCase object(String name, Object... parts) {
    return listed(name, s -> s.write(FILE, OBJECT.formatted(parts)));
  }

  private static ErrorCase rendering(String name, String old, String replacement) {
    return new ErrorCase(
        name,
        ExitCode.RENDERING,
        EXAMPLE,
        s -> s.edit(FILE, old, replacement),
        "render",
        "platform");
  }

  /** Beside production, and by the generator, which knows the number alone. */
  private static ErrorCase shared(String case_, String name, String rest) {
    String object = OBJECT.formatted("example.dev/v1", "Seed", name, "${preview.namespace}");
    return new ErrorCase(
        case_,
        ExitCode.CONFIGURATION,
        "monolith",
        s ->
            s.edit("      paths:", "      extras: [seed]\n      paths:")
                .write(FILE, object + rest + "\n"),
        "render",
        "platform");
  }
}
