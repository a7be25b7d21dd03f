package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.ForgeSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed pull request that is admitted still would have a preview the moment it is reopened. */
class LabelsLeftTest {
  private static final String LABEL = "mayfly/admitted";
  @TempDir private Path temp;

  private static StubPull closed(DeliveryWorld world, int number, boolean merged) {
    StubPull pull = world.pull(number);
    pull.labels.add(LABEL);
    pull.state = "closed";
    pull.merged = merged;
    return pull;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void areFoundOnClosedPullRequests(ForgeSettings.Kind kind) throws IOException {
    boolean generator = kind != ForgeSettings.Kind.GITEA;
    UnaryOperator<String> edit = generator ? CiSandbox::byGenerator : DeliveryWorld::push;
    try (DeliveryWorld world = DeliveryWorld.of(temp, kind, edit)) {
      closed(world, 8, false);
      closed(world, 9, true);
      world.pull(10).state = "closed";
      if (generator) {
        world.pull(11).labels.add(LABEL);
      }
      Path file = world.directory.resolve("cluster.json");
      Files.writeString(file, ClusterDump.whole().json());
      CommandLineRun run = world.run("leaks", file.toString());
      assertThat(run.code()).as(run.toString()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out() + run.err())
          .contains("`orders#8` is closed and has the label `" + LABEL + "` still", "`orders#9`")
          .doesNotContain("orders#10", "orders#11");
      assertThat((run.out() + run.err()).contains("before it is judged")).isEqualTo(generator);
      world.app().pulls.values().forEach(pull -> pull.labels.remove(LABEL));
      assertThat(world.run("leaks", file.toString()).code()).isZero();
    }
  }
}
