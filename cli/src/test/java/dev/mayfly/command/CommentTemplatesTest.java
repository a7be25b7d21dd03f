package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.platform.ForgeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people read on a pull request, in the words of the platform. */
class CommentTemplatesTest {
  private static final String OWN =
      "text: |\n  Die Vorschau von `${app.name}` (${platform.name}, ${pr.repository} !${pr.number})"
          + " ist da${comment.at}\n\n  Stand `${comment.commit}`. ${comment.note}\n";
  @TempDir private Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void template(String stage, String text) {
    world.gitops.commit("main", Map.of("templates/comment/" + stage + ".yaml", text));
  }

  private String comment() {
    return world.app().comments.getLast().body();
  }

  @Test
  void comesFromTheAdminsTemplate() {
    template("delivered", OWN);
    StubPull pull = world.pull(7);
    assertThat(world.open(7).code()).isZero();
    assertThat(comment())
        .isEqualTo(
            "<!-- mayfly:primitives-orders -->\n"
                + "Die Vorschau von `orders` (primitives, acme/primitives !7) ist da:"
                + " https://orders-7.preview.example.dev\n\nStand `"
                + pull.sha.substring(0, 7)
                + "`.\n");
    pull.state = "closed";
    world.close(7);
    assertThat(comment()).contains("It is gone");
  }

  /** Nothing is delivered before it is known that people can be told. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "delivered | text: '${app.nam}' | error[missing-key]",
        "live | text: '${comment.commit} ${comment.at}' | `comment.note` is supplied",
        "gone | text: '${comment.because} ${pr.title}' | error[missing-key]",
        "going | {text: '${comment.change}', more: x} | error[comment-text]",
        "failed | {words: '${comment.at}${comment.commit}${comment.because}'} | error[comment-text]",
        "waiting | text: [] | error[",
        "refused | text: {a: '${comment.commit}${comment.reasons}'} | error[comment-text]",
        "nowhere | text: x | error[unknown-template]"
      })
  void oneThatIsWrongStopsEverything(String stage, String text, String said) throws Exception {
    world.pull(7);
    template(stage, text + "\n");
    for (String command : new String[] {"open", "close"}) {
      CommandLineRun run = world.event(command, "synchronize", 7);
      assertThat(run.code()).as(run.toString()).isIn(ExitCode.CONFIGURATION, ExitCode.RENDERING);
      assertThat(run.err()).contains(said);
    }
    assertThat(world.sync("--apply").code()).isIn(ExitCode.CONFIGURATION, ExitCode.RENDERING);
    assertThat(world.hasOverlay(7)).isFalse();
    assertThat(world.app().comments).isEmpty();
    Path folder = Files.createDirectories(temp.resolve("tree/templates/comment"));
    Files.writeString(folder.resolve(stage + ".yaml"), text + "\n");
    Path root = temp.resolve("tree");
    Files.writeString(root.resolve("mayfly.yaml"), Examples.platform("primitives"));
    assertThat(CommandLineRun.of(root, "render", "platform").code())
        .isIn(ExitCode.CONFIGURATION, ExitCode.RENDERING);
  }

  @Test
  void isCutWhereForgesWouldRefuseIt() {
    template("delivered", "text: |\n  " + OWN.substring(10).replace("ist", "x".repeat(70_000)));
    world.pull(7);
    CommandLineRun run = world.open(7);
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(comment()).hasSizeLessThan(60_001).endsWith("… (cut)\n");
    world.open(7);
    assertThat(world.app().comments).hasSize(1);
  }

  /** What a stranger or a cluster says goes in as text, whatever the template does with it. */
  @Test
  void nothingThatOthersWroteBreaksOut() {
    String hostile = "]](https://evil.example) <img src=x> @everyone ${app.name} `` ~~~ x";
    StubPull pull = world.pull(7);
    pull.title = hostile;
    template("failed", "text: \"[${comment.because}](x) ${comment.at} ${comment.commit}\"\n");
    world.editPlatform(
        text -> text.replaceFirst("(?m)^( +)kind: github$", "$1deployments: true\n$1kind: github"));
    world.open(7);
    world.app().reports.add(pull.sha, "orders/pr-7", "failure", hostile);
    world.sync("--apply");
    assertThat(comment())
        .contains("\\]\\](https", "&lt;img", "@&#8203;everyone", "${app.name}")
        .doesNotContain("<img", "]](");
    assertThat(world.host.kind()).isEqualTo(ForgeSettings.Kind.GITHUB);
  }
}
