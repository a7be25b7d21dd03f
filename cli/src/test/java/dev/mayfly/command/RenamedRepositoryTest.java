package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An app's repository gets another name while it has previews. */
class RenamedRepositoryTest {
  private static final String NOW = "acme/basics";
  private static final String RECORD = "previews/orders/pr-7/preview.yaml";
  @TempDir private Path temp;

  private DeliveryWorld world(ForgeSettings.Kind kind) {
    return DeliveryWorld.of(temp.resolve(kind + ""), kind, DeliveryWorld::push);
  }

  private static void correct(DeliveryWorld world, String name) {
    world.editPlatform(
        text -> text.replace("repository: " + DeliveryWorld.APP, "repository: " + name));
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void itsPreviewsFollowOnceThePlatformSaysSo(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind)) {
      world.pull(7);
      StubPull ended = world.pull(8);
      world.open(7);
      world.open(8);
      world.host.rename(DeliveryWorld.APP, NOW);
      CommandLineRun before = world.sync("--apply");
      assertThat(before.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(before.err()).contains("error[forge-moved]", "answers with `" + NOW + "`");
      assertThat(world.hasOverlay(7)).isTrue();
      correct(world, NOW);
      ended.state = "closed";
      CommandLineRun after = world.sync("--apply");
      assertThat(after.code()).as(after.err()).isZero();
      assertThat(after.err()).isEmpty();
      assertThat(after.out())
          .contains("orders#7: rendered (its repository is called `" + NOW + "` now)")
          .contains("orders#8: removed");
      assertThat(world.gitops.text("main", RECORD)).contains(NOW).doesNotContain("acme/primitives");
      world.gitops.run("clone", "--quiet", world.gitopsUrl, temp + "/clone-" + kind);
      CommandLineRun verified =
          CommandLineRun.of(
              CommandCatalog.all(), world.env, temp.resolve("clone-" + kind), "verify");
      assertThat(verified.code()).as(verified.out() + verified.err()).isZero();
      assertThat(world.sync("--apply").out()).doesNotContain("rendered");
    }
  }

  @Test
  void soDoesWhatTheyShare() {
    try (DeliveryWorld world = world(ForgeSettings.Kind.GITHUB)) {
      world.editPlatform(text ->
          text.replace("    - name: orders\n", "    - name: orders\n      environment: shop\n"));
      String place = "primitives/service/orders/deploy/deployment.yaml";
      String deployment = DeliveryWorld.exampleBundle().get(place);
      world.source.commit(
          "main",
          Map.of(
              place,
              deployment.replaceAll(
                  "name: (bindings|object-store|database)\\b", "name: orders-$1")));
      world.pull(7);
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).as(opened.err()).isZero();
      world.host.rename(DeliveryWorld.APP, NOW);
      correct(world, NOW);
      CommandLineRun run = world.sync("--apply");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("shop#7: rendered (its repository is called");
      assertThat(world.gitops.text("main", "previews/shop/pr-7/preview.yaml")).contains(NOW);
    }
  }

  /** A forge leads from every former name to the last, so that none has to be written down. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aSecondNewNameIsFollowedFromTheFirst(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind)) {
      world.pull(7);
      world.open(7);
      world.host.rename(DeliveryWorld.APP, "acme/between");
      world.host.rename("acme/between", NOW);
      correct(world, NOW);
      CommandLineRun run = world.sync("--apply");
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(run.out()).contains("orders#7: rendered (its repository is called");
    }
  }

  /** Pull request 7 of another repository is another one. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void whatTheOldNameDoesNotLeadToDecidesNothing(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind)) {
      world.pull(7);
      world.open(7);
      world.host.rename(DeliveryWorld.APP, NOW);
      correct(world, DeliveryWorld.GITOPS);
      world.changes().open(7).state = "closed";
      CommandLineRun run = world.sync("--apply");
      assertThat(run.code()).isEqualTo(ExitCode.REMOTE);
      assertThat(run.err()).contains("error[forge-moved]");
      assertThat(world.hasOverlay(7)).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theEndOfItsPullRequestIsTheEndOfThePreview(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = world(kind)) {
      StubPull pull = world.pull(7);
      world.open(7);
      world.host.rename(DeliveryWorld.APP, NOW);
      correct(world, NOW);
      pull.state = "closed";
      Path event = Events.file(world.directory, NOW, "closed", pull);
      CommandLineRun run = world.run("close", "--event", event.toString());
      assertThat(run.code()).as(run.err()).isZero();
      assertThat(world.hasOverlay(7)).isFalse();
    }
  }
}
