package dev.mayfly.command;

import static dev.mayfly.command.ErrorCase.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Names, each proven for pull request 2147483647: one character over its limit, and just at it. */
class NameErrorsTest {
  private static final String CLONE = "monolith-overlay";
  private static final String SHARED_DATABASE = "primitives";
  private static final String CODE_OWNERS = "  codeOwners: [\"@acme/platform\"]\n";

  /** A kind of name: its field, its limit, and the example that has it. */
  private record Kind(String name, String field, int limit, String example) {
    /** A pattern whose longest name has this many characters; ten of them are the number's. */
    String pattern(int length) {
      return "a".repeat(length - 11) + "-${pr.number}";
    }

    Scenario with(Scenario scenario, int length) {
      String written = "    " + field + ": " + pattern(length) + "\n";
      return example.equals(SHARED_DATABASE)
          ? scenario.edit(CODE_OWNERS, "  naming:\n" + written + CODE_OWNERS)
          : scenario.write(
              "mayfly.yaml",
              scenario
                  .read("mayfly.yaml")
                  .replaceFirst("    " + field + ": .*\n", "")
                  .replace("  naming:\n", "  naming:\n" + written));
    }
  }

  private static final List<Kind> KINDS =
      List.of(
          new Kind("namespace", "namespace", 63, SHARED_DATABASE),
          new Kind("application", "application", 63, SHARED_DATABASE),
          new Kind("helm-release", "application", 53, CLONE),
          new Kind("host-label", "host", 63, SHARED_DATABASE),
          new Kind("cluster", "database", 50, CLONE),
          new Kind("database-object", "database", 58, SHARED_DATABASE));

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> oneOver() {
    return ErrorCase.tests(
        "name-limits",
        temp,
        KINDS.stream()
            .map(kind -> platform(kind.name, kind.example, s -> kind.with(s, kind.limit + 1)))
            .toList());
  }

  @TestFactory
  Stream<DynamicTest> justFits() {
    return KINDS.stream()
        .map(kind ->
            DynamicTest.dynamicTest(
                kind.name,
                () ->
                    kind.with(Scenario.of(kind.example, temp.resolve(kind.name)), kind.limit)
                        .rendered("render", "platform")));
  }

  @TestFactory
  Stream<DynamicTest> forms() {
    return ErrorCase.tests(
        "names",
        temp,
        List.of(
            named("host-of-two-labels", "host", "${app.name}.${pr.number}"),
            named("host-without-number", "host", "orders"),
            named("namespace-without-number", "namespace", "preview-${app.name}"),
            named("namespace-with-capital", "namespace", "PR-${pr.number}"),
            named("namespace-with-hyphen-at-its-end", "namespace", "pr-${pr.number}-"),
            named("application-that-starts-with-the-number", "application", "${pr.number}-orders"),
            named("database-that-starts-with-the-number", "database", "${pr.number}-orders"),
            named("title-in-a-name", "namespace", "pr-${pr.number}-${pr.title}"),
            named("branch-in-a-host", "host", "${pr.branch}-${pr.number}"),
            named("head-in-a-database", "database", "pr-${pr.number}-${pr.headSha}"),
            named("unknown-key", "namespace", "pr-${pr.nummer}"),
            named("malformed-placeholder", "namespace", "pr-${pr.number"),
            named("empty-placeholder", "namespace", "pr-${}"),
            platform("apps-that-can-meet", CLONE, NameErrorsTest::twoApps),
            platform("objects-that-can-meet", CLONE, NameErrorsTest::secretLikeAnApp)));
  }

  private static ErrorCase named(String name, String field, String pattern) {
    String written = "  naming: {" + field + ": \"" + pattern + "\"}\n";
    return platform(name, SHARED_DATABASE, CODE_OWNERS, written + CODE_OWNERS);
  }

  /** A second app under the patterns of the first, which do not name the app. */
  private static Scenario twoApps(Scenario scenario) {
    return scenario.write(
        "mayfly.yaml",
        scenario.read("mayfly.yaml")
            + """
                - name: gardener
                  repository: jomcgi/homelab
                  bundle: {kind: directory, path: projects/gardener}
                  database: {mode: shared, source: shared-pg, sourceNamespace: monolith, credentials: {store: preview-db}}
            """);
  }

  /** The Secret `x-bindings` of app `a` has the name that `a-x` gives its ConfigMap. */
  private static Scenario secretLikeAnApp(Scenario scenario) {
    String app =
        """
            - name: %s
              repository: acme/%s
              bundle: {kind: helm, path: chart}
        """;
    String text = scenario.read("mayfly.yaml");
    return scenario.write(
        "mayfly.yaml",
        text.substring(0, text.indexOf("  apps:"))
                .replace("strategy: manifest", "strategy: shared\n    name: previews")
                .replaceFirst("(?m)^    quota: .*\n", "")
                .replaceFirst("(?m)^    limits: .*\n", "")
                .replaceFirst("(?m)^    podSecurity: .*\n", "")
                .replaceFirst("(?ms)^  naming:.*?^(?=  [a-z])", "")
            + "  naming: {application: \"pr-${pr.number}-${app.name}\"}\n  apps:\n"
            + app.formatted("a", "a")
            + "      bindings: {secrets: [{name: x-bindings, store: vault, key: k}]}\n"
            + app.formatted("a-x", "ax"));
  }
}
