package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.forge.StubForge;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two identities that comment by turns: what the other one said is not ours to mend. */
class TakingTurnsTest {
  private static final String WARNING = "warning[comment-of-another]";
  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theOthersCommentIsSaidToBeThere(ForgeSettings.Kind kind) {
    try (DeliveryWorld world = DeliveryWorld.of(temp.resolve(kind + ""), kind, text -> text)) {
      world.pull(7);
      assertThat(world.open(7).err()).doesNotContain(WARNING);
      StubForge.Comment told = world.app().comments.getFirst();
      world.app().comments.set(0, new StubForge.Comment(told.id(), 7, 5, told.body()));
      world.merge("mayfly/orders/pr-7");
      CommandLineRun swept = world.sync("--apply");
      assertThat(swept.code()).as(swept.err()).isZero();
      assertThat(swept.err()).containsOnlyOnce(WARNING).contains("the preview orders#7");
      assertThat(world.app().comments).hasSize(1);
      CommandLineRun opened = world.open(7);
      assertThat(opened.code()).as(opened.err()).isZero();
      assertThat(opened.err()).containsOnlyOnce(WARNING);
      assertThat(world.app().comments)
          .extracting(StubForge.Comment::author)
          .containsExactly(5, StubForge.ME);
      assertThat(world.app().comments.getFirst().body()).isEqualTo(told.body());
      assertThat(world.app().comments.getLast().body()).contains("is delivered");
      assertThat(world.hasOverlay(7)).isTrue();
    }
  }

  @Test
  void soItIsAtARealGitea() {
    GiteaWorld world = GiteaWorld.of(temp, text -> text);
    int number = world.pull();
    assertThat(world.open(number).err()).isEmpty();
    String own = world.env.get(Connections.FORGE_TOKEN);
    world.env.put(
        Connections.FORGE_TOKEN,
        world.server.user("mara").token(List.of("write:repository", "write:issue", "read:user")));
    world.merge(1, "merge");
    CommandLineRun swept = world.sync();
    assertThat(swept.code()).as(swept.err()).isZero();
    assertThat(swept.err()).contains(WARNING, "`bot` wrote a comment on the preview orders#1");
    assertThat(world.comments(number)).singleElement().asString().contains("waits for");
    world.env.put(Connections.FORGE_TOKEN, own);
    assertThat(world.sync().err()).doesNotContain(WARNING);
    assertThat(world.comments(number)).singleElement().asString().contains("is delivered");
  }
}
