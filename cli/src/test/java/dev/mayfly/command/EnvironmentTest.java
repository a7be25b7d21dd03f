package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Apps of one pull request that share a namespace: what they share comes and goes with them. */
class EnvironmentTest {
  private static final String SHARED = "previews/shop/pr-128/namespace.yaml";

  private static final String BUNDLE = "primitives/service/orders/deploy/deployment.yaml";

  @TempDir Path folder;
  private ExampleWorld world;

  @BeforeEach
  void start() {
    world = new ExampleWorld("shapes/environment", folder, Map.of());
  }

  private CommandLineRun open(String app) {
    return world.event("open", "opened", "--app", app);
  }

  private CommandLineRun close(String app) {
    return world.event("close", "closed", "--app", app);
  }

  private List<String> folders() {
    return world.gitops.paths("main").stream()
        .filter(path -> path.endsWith("/preview.yaml"))
        .toList();
  }

  private void edit(String from, String to) {
    String text = world.gitops.text("main", "mayfly.yaml") + "\n";
    assertThat(text).contains(from);
    world.gitops.commit("main", Map.of("mayfly.yaml", text.replace(from, to)));
  }

  private void requireFine(CommandLineRun run) {
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.FINE);
  }

  @Test
  void theFirstAppBringsWhatBothShareAndTheLastTakesItAway() {
    requireFine(open("web"));
    assertThat(folders())
        .containsExactly("previews/shop/pr-128/preview.yaml", "previews/web/pr-128/preview.yaml");
    String shared = world.gitops.run("rev-parse", "main:previews/shop");
    requireFine(open("stock"));
    assertThat(world.gitops.run("rev-parse", "main:previews/shop")).isEqualTo(shared);
    requireFine(close("web"));
    assertThat(folders())
        .containsExactly("previews/shop/pr-128/preview.yaml", "previews/stock/pr-128/preview.yaml");
    int commits = world.gitops.run("rev-list", "main").lines().toList().size();
    requireFine(close("stock"));
    assertThat(folders()).isEmpty();
    assertThat(world.gitops.run("rev-list", "main").lines()).hasSize(commits + 1);
  }

  /** Admins render their set while previews live, whose permissions it must not take away. */
  @Test
  void thePlatformIsRenderedBesideALivePreview() {
    requireFine(open("web"));
    CommandLineRun platform = world.inClone("render", "platform");
    requireFine(platform);
    assertThat(platform.out()).contains("name: environment-shop-previews");
    requireFine(world.inClone("diff"));
  }

  @Test
  void bothTakeOnePlaceOfTheLimit() {
    edit("limit: 5", "limit: 1");
    requireFine(open("web"));
    requireFine(open("stock"));
    CommandLineRun status = world.run("status");
    assertThat(status.out())
        .contains("stock#128 (shop)", "web#128 (shop)", "1 of 1 places taken")
        .doesNotContain("shop#128");
    assertThat(world.run("status", "-o", "json").out()).contains("\"environment\": \"shop\"");
    CommandLineRun other =
        world.run(
            "open",
            "--app",
            "web",
            "--pr",
            "129",
            "--sha",
            "2".repeat(40),
            "--offline",
            "--image",
            "ghcr.io/acme/market-web@sha256:" + "0".repeat(64));
    assertThat(other.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(other.err()).contains("the one place is taken, by shop#128");
  }

  @Test
  void whatEachBringsHasANameOfItsOwn() {
    requireFine(open("web"));
    requireFine(open("stock"));
    assertThat(world.gitops.text("main", "previews/web/pr-128/bindings-config.yaml"))
        .contains("name: web-bindings", "namespace: pr-128-shop");
    assertThat(world.gitops.text("main", "previews/stock/pr-128/bindings-config.yaml"))
        .contains("name: stock-bindings", "namespace: pr-128-shop");
    requireFine(world.inClone("lint"));
  }

  @Test
  void aSweepBringsBackWhatIsMissingAndTakesAwayWhatIsLeftOver() {
    requireFine(open("web"));
    requireFine(open("stock"));
    String commit = world.gitops.tip("main");
    remove("previews/shop");
    assertThat(world.inClone("verify").out())
        .contains("missing-environment", "`web#128` shares `previews/shop/pr-128`");
    CommandLineRun sweep = world.run("sync", "--apply", "--offline");
    requireFine(sweep);
    assertThat(sweep.out()).contains("shop#128: rendered (it was missing)");
    assertThat(world.gitops.paths("main")).contains(SHARED);

    world.gitops.run("update-ref", "refs/heads/main", commit);
    remove("previews/web");
    remove("previews/stock");
    CommandLineRun last = world.run("sync", "--apply", "--offline");
    requireFine(last);
    assertThat(last.out()).contains("shop#128: removed (no app of it is left)");
    assertThat(folders()).isEmpty();
  }

  @Test
  void aSweepRendersWhatIsStale() {
    requireFine(open("web"));
    edit("pods: \"10\"", "pods: \"11\"");
    CommandLineRun sweep = world.run("sync", "--apply", "--offline");
    requireFine(sweep);
    assertThat(sweep.out())
        .contains("shop#128: rendered (stale against the policy)", "web#128: kept");
    assertThat(world.gitops.text("main", "previews/shop/pr-128/resource-quota.yaml"))
        .contains("pods: \"11\"");
    assertThat(world.run("sync", "--offline").out()).doesNotContain("rendered");
  }

  @Test
  void whatNobodySharesIsReported() {
    requireFine(open("web"));
    remove("previews/web");
    assertThat(world.inClone("verify").out()).contains("empty-environment");
  }

  @Test
  void appsMoveToAnotherEnvironmentTogetherWithWhatTheyShare() {
    requireFine(open("web"));
    edit("environment: shop", "environment: mall");
    CommandLineRun sweep = world.run("sync", "--apply", "--offline");
    assertThat(sweep.out())
        .contains("mall#128: rendered (it was missing)", "web#128: rendered (stale");
    assertThat(world.gitops.text("main", "previews/mall/pr-128/namespace.yaml"))
        .contains("name: pr-128-mall");
  }

  @Test
  void whoComesAtTheSameMomentBringsItOnceAndTakesItAwayOnce() throws Exception {
    edit("limit: 5", "limit: 1");
    String nothing = world.gitops.tip("main");
    requireFine(open("web"));
    world.gitops.run("update-ref", "refs/heads/main", nothing);
    together("open");
    assertThat(folders()).hasSize(3);
    String both = world.gitops.tip("main");
    requireFine(close("web"));
    world.gitops.run("update-ref", "refs/heads/main", both);
    together("close");
    assertThat(folders()).isEmpty();
  }

  /** Two jobs of the event that was written last. */
  private void together(String command) throws Exception {
    List<Callable<CommandLineRun>> jobs = new ArrayList<>();
    for (String app : List.of("web", "stock")) {
      jobs.add(() ->
          world.run(
              command,
              "--app",
              app,
              "--event",
              folder.resolve("event.json").toString(),
              "--offline",
              "--app-url",
              "file://" + folder.resolve("source.git")));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<CommandLineRun> job : threads.invokeAll(jobs)) {
        requireFine(job.get());
      }
    }
  }

  @Test
  void argoCdMayTryAgainWhatBothShare() {
    requireFine(open("web"));
    CommandLineRun sweep = world.run("sync", "--apply", "--offline", "--retry", "shop#128");
    requireFine(sweep);
    assertThat(sweep.out()).contains("shop#128: retried (Argo CD tries again)", "web#128: kept");
    assertThat(world.gitops.text("main", "previews/shop/pr-128/preview.yaml"))
        .contains("attempt: \"2\"");
    String tip = world.gitops.tip("main");
    requireFine(world.run("sync", "--apply", "--offline"));
    assertThat(world.gitops.tip("main")).isEqualTo(tip);
    requireFine(world.inClone("verify"));
  }

  @Test
  void anEnvironmentIsNoApp() {
    CommandLineRun run =
        world.run("open", "--app", "shop", "--pr", "7", "--sha", "2".repeat(40), "--offline");
    assertThat(run.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(run.err()).contains("unknown app `shop`");
    CommandLineRun rendered =
        CommandLineRun.of(
            CommandCatalog.all(),
            Map.of(),
            Examples.HOME.resolve("shapes/environment"),
            "render",
            "preview",
            "--app",
            "shop",
            "--pr",
            "7",
            "--sha",
            "2".repeat(40));
    assertThat(rendered.code()).isEqualTo(ExitCode.CONFIGURATION);
    assertThat(rendered.err()).contains("unknown app `shop`");
  }

  @Test
  void theLimitOfAMergeCountsAnEnvironmentOnce() {
    edit("limit: 5", "limit: 1");
    String base = world.gitops.tip("main");
    requireFine(open("web"));
    requireFine(open("stock"));
    CommandLineRun run = world.inClone("verify", "--base", base);
    requireFine(run);
  }

  /** Else two folders would go of three, which is more than half of the previews. */
  @Test
  void whatGoesWithItsAppsIsNotCountedAmongThem() {
    try (DeliveryWorld forge = DeliveryWorld.pushing(folder.resolve("forge"))) {
      forge.editPlatform(
          text -> text.replace("- name: orders\n", "- name: orders\n      environment: shop\n"));
      forge.source.commit("main", Map.of(BUNDLE, ownNames(forge.source.text("main", BUNDLE))));
      for (int number = 1; number <= 2; number++) {
        forge.pull(number);
        requireFine(forge.open(number));
      }
      forge.app().pulls.get(1).state = "closed";
      CommandLineRun sweep = forge.sync("--apply");
      requireFine(sweep);
      assertThat(sweep.out())
          .contains(
              "orders#1: removed", "shop#1: removed (no app of it is left)", "orders#2: kept");
      assertThat(forge.gitops.paths("main"))
          .noneMatch(path -> path.contains("/pr-1/"))
          .contains("previews/shop/pr-2/namespace.yaml");
    }
  }

  private static String ownNames(String deployment) {
    return deployment
            .replace("name: bindings", "name: orders-bindings")
            .replace("name: database", "name: orders-database")
            .replace("name: object-store", "name: orders-object-store")
        + "\n";
  }

  private void remove(String path) {
    world.gitops.feed(
        "commit refs/heads/main\ncommitter T <t@example.dev> 1763800000 +0000\n"
            + "data 4\ngone\nfrom refs/heads/main^0\nD "
            + path
            + "\ndone\n",
        "fast-import",
        "--quiet",
        "--done",
        "--force");
  }
}
