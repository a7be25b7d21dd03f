package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** {@code open} with a lock file or a bundle that is not right: refused, and nothing is written. */
class OpenBundleTest {
  private static final String BUNDLE = "primitives/service/orders/deploy/";

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @TestFactory
  Stream<DynamicTest> locks() {
    String good = show("image.ref.yaml");
    String digest = good.substring(good.indexOf("sha256:")).strip();
    Map<String, String> locks = new LinkedHashMap<>();
    locks.put("tag", good.replace(digest, "main"));
    locks.put("upper-case", good.replace(digest, "sha256:" + "A".repeat(64)));
    locks.put("short", good.replace(digest, "sha256:" + "a".repeat(63)));
    locks.put("sha512", good.replace(digest, "sha512:" + "a".repeat(128)));
    locks.put("twice", good + "    - name: ghcr.io/acme/orders\n      digest: " + digest + "\n");
    locks.put("foreign", good.replace("ghcr.io/acme/", "ghcr.io/eve/"));
    locks.put("CRLF", good.replace("\n", "\r\n"));
    locks.put("bomb", "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n");
    locks.put("large", good + "# " + "x".repeat(1 << 20) + "\n");
    return locks.entrySet().stream()
        .map(lock ->
            DynamicTest.dynamicTest(
                lock.getKey(),
                () -> {
                  push("image.ref.yaml", lock.getValue());
                  refused(ExitCode.RENDERING, ExitCode.REFUSED);
                }));
  }

  @TestFactory
  Stream<DynamicTest> bundles() {
    Map<String, Runnable> bundles = new LinkedHashMap<>();
    bundles.put("tag", () -> push("deployment.yaml", withImage("docker.io/library/busybox:1")));
    bundles.put("link out", () -> entry("120000", "evil.yaml", "../../../../../etc/passwd"));
    bundles.put("submodule", () -> entry("160000", "module", ""));
    bundles.put(
        "LFS pointer",
        () -> push("data.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"));
    bundles.put("source override", () -> push(".argocd-source-orders-pr-7.yaml", "{}"));
    bundles.put("bomb", () -> push("deployment.yaml", "a: &a [x, x]\nb: [*a, *a]\n"));
    bundles.put("deep", () -> push("deployment.yaml", "[".repeat(5_000) + "]".repeat(5_000)));
    bundles.put(
        "remote base",
        () -> push("kustomization.yaml", "resources: [https://github.com/evil/base]\n"));
    return bundles.entrySet().stream()
        .map(bundle ->
            DynamicTest.dynamicTest(
                bundle.getKey(),
                () -> {
                  pull = world.pull(pull.number + 1);
                  bundle.getValue().run();
                  refused(ExitCode.REFUSED);
                }));
  }

  /** What the options leave out is read from the lock at the head commit. */
  @Test
  void someDigestsByHandAndTheRestFromTheLock() {
    world.editPlatform(text ->
        text.replace(
            "      bindings:\n",
            "        - {id: tool, name: ghcr.io/acme/tool}\n      bindings:\n"));
    assertThat(world.open(7).code()).isEqualTo(ExitCode.RENDERING);
    String tool = "sha256:" + "c".repeat(64);
    CommandLineRun run = world.open(7, "--image", "tool@" + tool);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(world.gitops.text("main", "previews/orders/pr-7/preview.yaml"))
        .contains(tool, DeliveryWorld.digest(1));
  }

  /** Of what a pull request did not build the digest stays that was given once. */
  @Test
  void anUnchangedImageKeepsItsDigest() {
    world.editPlatform(text ->
        text.replace(
            "      bindings:\n",
            "        - {id: tool, name: ghcr.io/acme/tool, unchanged: target-branch}\n      bindings:\n"));
    CommandLineRun none = world.open(7);
    assertThat(none.code()).isEqualTo(ExitCode.RENDERING);
    assertThat(none.err()).contains("digest-not-given", "`tool`");
    String given = "sha256:" + "c".repeat(64);
    assertThat(world.open(7, "--image", "tool@" + given).code()).isZero();
    world.push(pull);
    CommandLineRun later = world.open(7);
    assertThat(later.code()).as(later.err()).isZero();
    assertThat(record()).contains(given, DeliveryWorld.digest(2), pull.sha);
    String built = "sha256:" + "d".repeat(64);
    assertThat(world.open(7, "--image", "tool@" + built).code()).isZero();
    assertThat(record()).contains(built).doesNotContain(given);
  }

  /** The lock that came with the target branch gives way to what the pull request built. */
  @Test
  void whatWasBuiltWinsOverTheLockOfTheTargetBranch() {
    String built = "ghcr.io/acme/orders@sha256:" + "d".repeat(64);
    world.editPlatform(
        text -> text.replace("image.ref.yaml}", "image.ref.yaml, unchanged: target-branch}"));
    pull.sha =
        world.source.commit(
            "change-7",
            Map.of(
                BUNDLE + "kustomization.yaml",
                "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [service-account.yaml, service.yaml, deployment.yaml]\n",
                BUNDLE + "deployment.yaml",
                withImage("ghcr.io/acme/orders")));
    assertThat(world.open(7).code()).isZero();
    assertThat(record()).contains(DeliveryWorld.digest(1));
    CommandLineRun run = world.open(7, "--image", built);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(record()).contains("d".repeat(64)).doesNotContain(DeliveryWorld.digest(1));
    world.editPlatform(text -> text.replace(", unchanged: target-branch}", "}"));
    assertThat(world.open(7, "--image", "app@sha256:" + "e".repeat(64)).err())
        .contains("digests-disagree");
  }

  private String record() {
    return world.gitops.text("main", "previews/orders/pr-7/preview.yaml");
  }

  private void refused(Integer... codes) {
    String before = world.gitops.tip("main");
    CommandLineRun run = world.open(pull.number);
    assertThat(run.code()).as(run.err()).isIn((Object[]) codes);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("error[", BUNDLE);
    assertThat(world.gitops.tip("main")).isEqualTo(before);
    assertThat(world.branches()).containsExactly("main");
  }

  private String show(String file) {
    return world.source.text(pull.sha, BUNDLE + file) + "\n";
  }

  /** What lies at the root is read by its name, also where it is a link. */
  @Test
  void aLinkAtTheRootIsNotPassedOver() {
    world.editPlatform(text -> text.replaceFirst("path: primitives/[a-z/]*deploy", "path: ."));
    world.source.commit(
        "change-7",
        Map.of("kustomization.yaml", "resources: [primitives/service/orders/deploy]\n"));
    world.source.entry("change-7", "120000", ".argocd-source.yaml", "more.yaml");
    pull.sha = world.source.tip("change-7");
    CommandLineRun run = world.open(7);
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains(".argocd-source.yaml", "a symbolic link");
  }

  private void push(String file, String text) {
    pull.sha = world.source.commit("change-" + pull.number, Map.of(BUNDLE + file, text));
  }

  private String withImage(String image) {
    return show("deployment.yaml").replaceFirst("image: .*", "image: " + image);
  }

  private void entry(String mode, String name, String content) {
    world.source.entry("change-" + pull.number, mode, BUNDLE + name, content);
    pull.sha = world.source.tip("change-" + pull.number);
  }
}
