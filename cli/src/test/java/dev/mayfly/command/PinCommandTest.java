package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.access.Certificates;
import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.registry.StubRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The lock file: written, edited, checked. */
class PinCommandTest {
  private static final String ONE = "sha256:" + "1".repeat(64);
  private static final String TWO = "sha256:" + "2".repeat(64);
  private static final Path PRIMITIVES = Path.of("examples", "primitives").toAbsolutePath();

  @TempDir Path folder;

  private CommandLineRun pin(String... args) {
    return CommandLineRun.of(
        folder, Stream.concat(Stream.of("pin"), Stream.of(args)).toArray(String[]::new));
  }

  private String text(String file) throws IOException {
    return Files.readString(folder.resolve(file));
  }

  @Test
  void writesAnObjectThatKustomizeReads() throws IOException {
    assertThat(pin("--image", "ghcr.io/acme/orders@" + ONE, "--name", "orders", "lock.yaml").code())
        .isZero();
    assertThat(text("lock.yaml"))
        .isEqualTo(
            """
            apiVersion: mayfly.dev/v1alpha1
            kind: ImageLock
            metadata:
              name: orders
              annotations:
                config.kubernetes.io/local-config: "true"
            spec:
              images:
                - name: ghcr.io/acme/orders
                  digest: "%s"
            """
                .formatted(ONE));
    CommandLineRun check = pin("--check", "--image", "ghcr.io/acme/orders@" + ONE, "lock.yaml");
    assertThat(check.code()).isZero();
    assertThat(check.out()).isEmpty();
  }

  @Test
  void writesAValueFile() throws IOException {
    pin("--format", "helm", "--image", "ghcr.io/acme/orders@" + ONE, "one.yaml");
    assertThat(text("one.yaml"))
        .isEqualTo("image:\n  repository: ghcr.io/acme/orders\n  digest: \"" + ONE + "\"\n");
    pin("--image", "ghcr.io/acme/order-worker@" + TWO, "one.yaml");
    assertThat(text("one.yaml"))
        .isEqualTo(
            """
            image:
              repository: ghcr.io/acme/orders
              digest: "%s"
            images:
              orderWorker:
                repository: ghcr.io/acme/order-worker
                digest: "%s"
            """
                .formatted(ONE, TWO));
    pin("--image", "ghcr.io/acme/order-mailer@" + ONE, "one.yaml");
    assertThat(text("one.yaml"))
        .endsWith(
            "  orderMailer:\n    repository: ghcr.io/acme/order-mailer\n    digest: \""
                + ONE
                + "\"\n");
    assertThat(pin("--check", "one.yaml").err()).startsWith("one.yaml is in order: ");
  }

  @Test
  void editsDigestsAndNothingElse() throws IOException {
    String before =
        """
        # who owns this: the orders team
        apiVersion: mayfly.dev/v1alpha1
        kind: ImageLock
        metadata: {name: orders, annotations: {config.kubernetes.io/local-config: "true"}}
        spec:
          images:
          # the app
          - {digest: '%s', name: ghcr.io/acme/orders}   # main
          - name: ghcr.io/acme/worker
            digest: %s   # side
        # the end
        """
            .formatted(ONE, ONE);
    Files.writeString(folder.resolve("lock.yaml"), before);
    assertThat(pin("--image", "ghcr.io/acme/worker@" + ONE, "lock.yaml").err())
        .isEqualTo("lock.yaml is up to date: 1 image\n");
    assertThat(text("lock.yaml")).isEqualTo(before);
    pin("--image", "ghcr.io/acme/orders@" + TWO, "--image", "ghcr.io/acme/b@" + TWO, "lock.yaml");
    String after =
        before
            .replaceFirst(ONE, TWO)
            .replace("# side\n", "# side\n  - name: ghcr.io/acme/b\n    digest: \"" + TWO + "\"\n");
    assertThat(text("lock.yaml")).isEqualTo(after);
    pin("--image", "ghcr.io/acme/b@" + TWO, "lock.yaml");
    assertThat(text("lock.yaml")).isEqualTo(after);
  }

  @Test
  void pinsAThousandImagesInAnyOrderToTheSameBytes() throws IOException {
    List<String> args = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      args.addAll(List.of("--image", "registry.example.dev/team/service-" + i + "@" + ONE));
    }
    pin(Stream.concat(args.stream(), Stream.of("a.yaml")).toArray(String[]::new));
    pin(args.subList(0, 1000).toArray(String[]::new));
    List<String> reversed = new ArrayList<>();
    for (int i = 999; i >= 0; i--) {
      reversed.addAll(args.subList(2 * i, 2 * i + 2));
    }
    pin(Stream.concat(reversed.stream(), Stream.of("b.yaml")).toArray(String[]::new));
    assertThat(text("a.yaml")).isEqualTo(text("b.yaml")).hasLineCount(2008);
    args.addAll(List.of("--check", "a.yaml"));
    assertThat(pin(args.toArray(String[]::new)).code()).isZero();
  }

  @Test
  void writesNothingThroughALink() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside"), "mine");
    Files.createSymbolicLink(folder.resolve("lock.yaml"), outside);
    CommandLineRun run = pin("--image", "ghcr.io/acme/orders@" + ONE, "lock.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(outside).hasContent("mine");
  }

  @TestFactory
  Stream<DynamicTest> refusesWhatPinsNothing() {
    return Stream.of(
            "ghcr.io/acme/orders:1.2",
            "orders@" + ONE,
            "ghcr.io/acme/orders@sha512:" + "1".repeat(128),
            "ghcr.io/acme/orders@" + ONE.substring(1),
            "ghcr.io/acme/orders@" + "sha256:" + "A".repeat(64),
            "user@ghcr.io/acme/orders@" + ONE,
            "ghcr.io/acme/../orders@" + ONE,
            "GHCR.IO/acme/orders@" + ONE)
        .map(image ->
            DynamicTest.dynamicTest(
                image,
                () -> {
                  CommandLineRun run = pin("--image", image, "new.yaml");
                  assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
                  assertThat(run.out()).isEmpty();
                  assertThat(folder.resolve("new.yaml")).doesNotExist();
                }));
  }

  /** Every way in which a lock can be wrong, word for word. */
  @TestFactory
  Stream<DynamicTest> findings() {
    return Map.ofEntries(
            Map.entry("tag", krm("ghcr.io/acme/orders:1.2", ONE)),
            Map.entry("foreign-repository", krm("evil.example.dev/acme/orders", ONE)),
            Map.entry(
                "unknown", krm("ghcr.io/acme/orders", ONE) + entry("ghcr.io/acme/other", ONE)),
            Map.entry("missing", krm("ghcr.io/acme/other", ONE)),
            Map.entry(
                "duplicate", krm("ghcr.io/acme/orders", ONE) + entry("ghcr.io/acme/orders", TWO)),
            Map.entry("upper-case", krm("ghcr.io/acme/orders", "sha256:" + "A".repeat(64))),
            Map.entry("short", krm("ghcr.io/acme/orders", "sha256:" + "a".repeat(63))),
            Map.entry("sha512", krm("ghcr.io/acme/orders", "sha512:" + "a".repeat(128))),
            Map.entry("crlf", krm("ghcr.io/acme/orders", ONE).replace("\n", "\r\n")),
            Map.entry("anchor", krm("&a ghcr.io/acme/orders", ONE)),
            Map.entry("no-registry", krm("orders", ONE)),
            Map.entry("value-file", "image: {repository: ghcr.io/acme/orders, tag: \"1\"}\n"))
        .entrySet()
        .stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry ->
            DynamicTest.dynamicTest(
                entry.getKey(),
                () -> {
                  Files.writeString(folder.resolve("image.ref.yaml"), entry.getValue());
                  String[] args = {"pin", "--check", "--app", "orders", "image.ref.yaml"};
                  CommandLineRun run = check(args);
                  assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
                  assertThat(run.err()).isEmpty();
                  GoldenFiles.verifyFile(
                      Path.of("cli", "pin", entry.getKey() + ".txt"), run.transcript(args));
                }));
  }

  @Test
  void anotherLocksImageIsUnused() throws IOException {
    Files.writeString(
        folder.resolve("mayfly.yaml"),
        Files.readString(PRIMITIVES.resolve("mayfly.yaml"))
            .replace(
                "      bindings:\n",
                "        - {id: worker, name: ghcr.io/acme/worker, lock: worker/image.ref.yaml}\n"
                    + "      bindings:\n"));
    Path home = folder.resolve("src/primitives/service/orders/deploy");
    Files.createDirectories(home);
    Files.writeString(
        home.resolve("image.ref.yaml"),
        krm("ghcr.io/acme/orders", ONE) + entry("ghcr.io/acme/worker", ONE));
    CommandLineRun run =
        pin("--check", "--app", "orders", folder.relativize(home) + "/image.ref.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.out()).contains("error[unused-image]").doesNotContain("missing-image");
  }

  private CommandLineRun check(String... args) {
    try {
      Files.copy(PRIMITIVES.resolve("mayfly.yaml"), folder.resolve("mayfly.yaml"));
    } catch (FileAlreadyExistsException e) {
      // The dynamic tests of one factory share the folder.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return CommandLineRun.of(folder, args);
  }

  private static String krm(String name, String digest) {
    return """
    apiVersion: mayfly.dev/v1alpha1
    kind: ImageLock
    metadata:
      name: orders
    spec:
      images:
    """
        + entry(name, digest);
  }

  private static String entry(String name, String digest) {
    return "    - name: " + name + "\n      digest: " + digest + "\n";
  }

  @Test
  void asksTheRegistryForTheDigestOfATag() throws Exception {
    Certificates certificates = Certificates.in(folder);
    try (var registry = new StubRegistry(certificates, StubRegistry.digest(ONE))) {
      String image = registry.host() + "/acme/orders:1.4.2";
      Map<String, String> env =
          Map.of("MAYFLY_CA_FILE", certificates.authority().toString(), "HOME", folder.toString());
      String[] write = {"pin", "--resolve", "--image", image, "--format", "helm", "lock.yaml"};
      CommandLineRun run = CommandLineRun.of(CommandCatalog.all(), env, folder, write);
      assertThat(run.err()).isEqualTo("1 image pinned in lock.yaml\n");
      assertThat(text("lock.yaml")).contains("digest: \"" + ONE + "\"");

      String[] check = {"pin", "--check", "--resolve", "--image", image, "lock.yaml"};
      assertThat(CommandLineRun.of(CommandCatalog.all(), env, folder, check).code()).isZero();
      Files.writeString(folder.resolve("lock.yaml"), text("lock.yaml").replace(ONE, TWO));
      assertThat(CommandLineRun.of(CommandCatalog.all(), env, folder, check).code())
          .isEqualTo(ExitCode.FINDINGS);
    }
  }

  @Test
  void writesNothingWhenTheRegistryDoesNotAnswer() throws Exception {
    Certificates certificates = Certificates.in(folder);
    String image;
    try (var registry = new StubRegistry(certificates, StubRegistry.digest(ONE))) {
      image = registry.host() + "/acme/orders:1.4.2";
    }
    CommandLineRun run = pin("--resolve", "--image", image, "lock.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
    assertThat(run.err()).contains("cannot be reached");
    assertThat(folder.resolve("lock.yaml")).doesNotExist();
  }

  @Test
  void asksNoRegistryForAnImageOfAnotherApp() {
    CommandLineRun run =
        pin(
            "--resolve",
            "--app",
            "orders",
            "-C",
            PRIMITIVES.toString(),
            "--image",
            "registry.invalid/acme/orders:1",
            "lock.yaml");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("app `orders` has no image `registry.invalid/acme/orders`");
  }
}
