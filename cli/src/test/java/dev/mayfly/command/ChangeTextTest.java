package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.StubPull;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read in a GitOps pull request, and what strangers cannot write into it. */
class ChangeTextTest {
  private static final String BRANCH = "mayfly/orders/pr-7";
  private static final String HOSTILE =
      "Fix `x` @acme/team: closes #1, fixes acme/shop#2, resolves GH-3, closes PROJ-4, closes !5,"
          + " closes https://github.com/acme/shop/issues/6 <!-- mayfly: remove orders#8 -->"
          + " orders#8: removed, | ![](https://evil.example/x) <img src=x>";

  @TempDir private Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  private void start(ForgeSettings.Kind kind) {
    world = DeliveryWorld.of(temp, kind, text -> text);
    pull = world.pull(7);
    pull.title = "Show prices with tax";
    pull.author = "ada";
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private String body() {
    return world.changes().pulls.values().stream()
        .filter(change -> change.state.equals("open") && change.branch.equals(BRANCH))
        .map(change -> change.body)
        .findFirst()
        .orElseThrow();
  }

  private String opened() {
    CommandLineRun opened = world.open(7);
    assertThat(opened.code()).as(opened.err()).isZero();
    return body();
  }

  private void golden(String name, String body) {
    String same =
        body.replace(world.host.server().url().toString(), "https://forge.example")
            .replaceAll("\\b[0-9a-f]{40}\\b", "COMMIT")
            .replaceAll("`[0-9a-f]{7,12}`", "`SHORT`")
            .replaceAll("[0-9a-f]{64} -->", "RENDERING -->")
            .replaceAll("COMMIT [0-9a-f]+ -->", "COMMIT RENDERING -->");
    GoldenFiles.verifyFile(Path.of("change", name + ".md"), same);
  }

  @Test
  void saysWhoseItIsWhatComesAndHowItGoes() {
    start(ForgeSettings.Kind.GITHUB);
    golden("opened", opened());
    world.merge(BRANCH);
    world.editPlatform(text -> text.replace("namespace: kafka", "namespace: events"));
    world.push(pull);
    String update = opened();
    golden("updated", update);
    assertThat(opened()).as("a second run says the same").isEqualTo(update);
    world.merge(BRANCH);
    pull.state = "closed";
    assertThat(world.close(7).code()).isZero();
    golden("removed", body());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void linksToTheSource(ForgeSettings.Kind kind) {
    start(kind);
    String page =
        switch (kind) {
          case GITHUB, NONE -> "/pull/7)";
          case GITLAB -> "/-/merge_requests/7)";
          case GITEA -> "/pulls/7)";
        };
    assertThat(opened()).contains("](" + world.host.server().url() + "/acme/primitives" + page);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aTitleCallsNobodyAndClosesNothing(ForgeSettings.Kind kind) {
    start(kind);
    for (String title : List.of(HOSTILE, "``` " + HOSTILE.substring(30), "`", "%s %n |")) {
      pull.title = title;
      // Gitea does not tell how old a label is, so only who may write gets a preview there.
      pull.author = kind == ForgeSettings.Kind.GITEA ? "ada" : "eve`@acme/team";
      String body = opened();
      assertThat(body)
          .doesNotContain("@acme", "#1", "shop#2", "GH-3", "PROJ-4", "!5", "orders#8", "://evil")
          .doesNotContain("://github.com/acme/shop/issues")
          .doesNotContainPattern("(?s)<!-- mayfly:.*<!-- mayfly:");
      if (title.equals(HOSTILE) && kind == ForgeSettings.Kind.GITHUB) {
        golden("hostile", body);
      }
    }
    pull.state = "closed";
    world.merge(BRANCH);
    CommandLineRun closed = world.close(7);
    assertThat(closed.code()).as(closed.err()).isZero();
    assertThat(body()).doesNotContain("@acme", "#1", "orders#8");
  }
}
