package dev.mayfly.command;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Digests that are missing, do not agree, or come from a lock file that is not believed. */
class DigestErrorsTest {
  private static final String LOCK = "source/primitives/service/orders/deploy/image.ref.yaml";
  private static final String NAME = "ghcr.io/acme/orders";
  private static final String DIGEST = "sha256:" + "ab".repeat(32);

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> given() {
    return ErrorCase.tests(
        "digest",
        temp,
        List.of(
            given("none"),
            given("tag-only", "--image", NAME + ":v1"),
            given("upper-case", "--image", NAME + "@" + DIGEST.toUpperCase(Locale.ROOT)),
            given("short", "--image", NAME + "@sha256:abcd"),
            given("md5", "--image", NAME + "@md5:" + "ab".repeat(16)),
            given("foreign-image", "--image", "ghcr.io/acme/order@" + DIGEST),
            given("foreign-registry", "--image", "ghcr.io.evil.example/acme/orders@" + DIGEST),
            given(
                "two-digests",
                "--image",
                NAME + "@" + DIGEST,
                "--image",
                "app@sha256:" + "cd".repeat(32)),
            given("lock-and-image-disagree", "--image", NAME + "@" + DIGEST, "--source", "source"),
            given("no-such-lock", "--lock", "no.yaml"),
            given("no-such-source", "--source", "nowhere"),
            given("source-without-lock", "--source", ".")));
  }

  @TestFactory
  Stream<DynamicTest> lock() {
    return ErrorCase.tests(
        "lock",
        temp,
        List.of(
            edited("unknown-key", "  images:", "  image:"),
            edited("wrong-kind", "kind: ImageLock", "kind: ImageLocks"),
            edited("wrong-version", "mayfly.dev/v1alpha1", "v1"),
            edited("tag-in-the-name", "name: " + NAME, "name: " + NAME + ":v1"),
            edited("foreign-image", "name: " + NAME, "name: ghcr.io/acme/other"),
            edited("digest-of-another-kind", "digest: sha256:", "digest: md5:"),
            edited("digest-as-template", "digest: sha256:", "digest: ${{ github.token }} # "),
            edited(
                "image-twice",
                "    - name: " + NAME,
                "    - {name: " + NAME + ", digest: " + DIGEST + "}\n    - name: " + NAME),
            edited("anchor", "name: orders", "name: &a orders"),
            edited("two-documents", "spec:\n", "---\nspec:\n"),
            written("empty", s -> s.write(LOCK, "")),
            written("six-hundred-kilobytes", s -> s.write(LOCK, "#".repeat(600_000))),
            written(
                "link-to-a-secret",
                s ->
                    s.write("secret.yaml", "password: hunter2\n")
                        .link(LOCK, "../../../../../secret.yaml")),
            written(
                "folder-that-is-a-link",
                s ->
                    s.write("elsewhere/deploy/image.ref.yaml", "password: hunter2\n")
                        .edit("path: primitives/service/orders/deploy}", "path: linked/deploy}")
                        .edit("lock: primitives/service/orders/deploy/", "lock: linked/deploy/")
                        .link("source/linked", "../elsewhere"))));
  }

  private static ErrorCase given(String name, String... options) {
    String[] args =
        Stream.concat(
                Stream.of("render", "preview", "--event", "pull-request.json"), Stream.of(options))
            .toArray(String[]::new);
    int code = name.equals("no-such-source") ? ExitCode.CONFIGURATION : ExitCode.RENDERING;
    return new ErrorCase(name, code, "primitives", s -> s, args);
  }

  private static ErrorCase edited(String name, String old, String replacement) {
    return written(name, s -> s.edit(LOCK, old, replacement));
  }

  private static ErrorCase written(String name, UnaryOperator<Scenario> edit) {
    return new ErrorCase(
        name,
        ExitCode.RENDERING,
        "primitives",
        edit,
        "render",
        "preview",
        "--event",
        "pull-request.json",
        "--source",
        "source");
  }
}
