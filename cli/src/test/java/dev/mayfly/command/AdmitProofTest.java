package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.forge.StubPull;
import dev.mayfly.forge.StubServer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code admit} proves lock, overlay and bundle before the label, reads again after it, and every
 * later event or sweep takes the label away when the proof fails. Git and the bundle are real.
 */
class AdmitProofTest {
  private static final String LABEL = "mayfly/admitted";
  private static final String BUNDLE = "primitives/service/orders/deploy/";
  private static final String ROLE =
      """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: Role
      metadata: {name: reader}
      rules: []
      """;

  @TempDir Path temp;
  private DeliveryWorld world;
  private StubPull pull;

  @BeforeEach
  void start() {
    world = DeliveryWorld.pushing(temp);
    world.editPlatform(text ->
        text.replace("delivery: overlay", "delivery: generator")
            .replaceFirst("    change: .*\n", "")
            .replace("limit: 5", "limit: 2\n    admittedLabel: " + LABEL));
    pull = world.pull(7);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private void push(String file, String text) {
    pull.sha = world.source.commit("change-" + pull.number, Map.of(BUNDLE + file, text));
  }

  /** Adds a Role to the bundle: a kind that the platform does not list. */
  private void pushRole() {
    push("role.yaml", ROLE);
    String kustomization = world.source.text(pull.sha, BUNDLE + "kustomization.yaml");
    push(
        "kustomization.yaml", kustomization.replace("resources:\n", "resources:\n  - role.yaml\n"));
  }

  @Test
  void whatOpenWouldProveIsProvenBeforeTheLabel() {
    pushRole();
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out())
        .startsWith("orders#7 may not have a preview\n")
        .contains("refused  proof: app `orders` may not bring a `rbac.authorization.k8s.io/Role`");
    assertThat(run.err()).contains("error[kind-not-allowed]", BUNDLE + "role.yaml:2:7");
    assertThat(pull.labels).containsExactly("preview");
    assertThat(world.host.server().requests()).noneMatch(r -> r.startsWith("POST"));
  }

  @Test
  void aProvenPullRequestIsLabelled() {
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .contains(
            "  pass     proof: lock, overlay and bundle are proven at commit "
                + pull.sha.substring(0, 7));
    assertThat(pull.labels).contains(LABEL);
  }

  @Test
  void theNextEventTakesTheLabelFromWhatIsNoLongerProven() {
    assertThat(world.admit(7, "--label").code()).isZero();
    pushRole();
    assertThat(world.event("admit", "synchronize", 7, "--label").code())
        .isEqualTo(ExitCode.REFUSED);
    assertThat(pull.labels).doesNotContain(LABEL);
    world.push(pull);
    push("kustomization.yaml", world.source.text("main", BUNDLE + "kustomization.yaml"));
    assertThat(world.event("admit", "synchronize", 7, "--label").code()).isZero();
    assertThat(pull.labels).contains(LABEL);
  }

  @Test
  void aLockThatPinsNothingRefuses() {
    String good = world.source.text(pull.sha, BUNDLE + "image.ref.yaml");
    for (String bad :
        new String[] {
          good.replaceFirst("sha256:[0-9a-f]{64}", "latest"),
          good.replaceFirst("sha256:[0-9a-f]{64}", "sha512:" + "a".repeat(128)),
          good.replace("ghcr.io/acme/orders", "ghcr.io/eve/orders"),
          good.replaceFirst("(?s)( {4}- name.*)", "$1\n$1"),
        }) {
      push("image.ref.yaml", bad);
      CommandLineRun run = world.admit(7, "--label");
      assertThat(run.code()).as(bad + run.out()).isEqualTo(ExitCode.REFUSED);
      assertThat(run.out()).contains("refused  proof: ");
      assertThat(run.err()).contains(BUNDLE + "image.ref.yaml");
      assertThat(pull.labels).doesNotContain(LABEL);
    }
  }

  /** The bundle runs another digest than its lock: a replacement that does not reach the image. */
  @Test
  void lockAndBundleHaveToAgree() {
    push("kustomization.yaml", "resources: [deployment.yaml, service.yaml]\n");
    String deployment = world.source.text(pull.sha, BUNDLE + "deployment.yaml");
    push(
        "deployment.yaml",
        deployment.replaceFirst("image: .*", "image: ghcr.io/acme/orders@" + digest('e')));
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.err()).contains("error[digests-disagree]");
  }

  @Test
  void aPushBetweenProofAndLabelIsProvenToo() {
    beforeTheLabel(this::pushRole);
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).as(run.out()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains("may not bring a `rbac.authorization.k8s.io/Role`");
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  @Test
  void aPullRequestClosedMeanwhileKeepsNoLabel() {
    beforeTheLabel(() -> pull.state = "closed");
    CommandLineRun run = world.admit(7, "--label");
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains("refused  state: the pull request is closed");
    assertThat(pull.labels).doesNotContain(LABEL);
  }

  /** What could not be read is neither a proof nor its failure: nothing is set, nothing taken. */
  @Test
  void aRepositoryThatDoesNotAnswerChangesNothing() {
    for (boolean held : new boolean[] {false, true}) {
      if (held) {
        assertThat(world.admit(7, "--label").code()).isZero();
      }
      String event = Events.file(temp, DeliveryWorld.APP, "labeled", pull).toString();
      String lost = "file://" + temp.resolve("lost.git");
      CommandLineRun run = world.run("admit", "--event", event, "--label", "--app-url", lost);
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.REMOTE);
      assertThat(run.out()).isEmpty();
      assertThat(pull.labels.contains(LABEL)).isEqualTo(held);
    }
  }

  @Test
  void sweepProvesWhatItAdmitsAndWhatItKeeps() {
    assertThat(world.admit(7, "--label").code()).isZero();
    pushRole();
    pull = world.pull(8);
    pushRole();
    assertThat(world.sync("--apply").out())
        .contains("orders#7: withdrawn (app `orders` may not bring a")
        .contains("orders#8: not admitted (app `orders` may not bring a");
    assertThat(world.app().pulls.get(7).labels).doesNotContain(LABEL);
    assertThat(pull.labels).doesNotContain(LABEL);
    world.pull(9);
    assertThat(world.sync("--apply").out()).contains("orders#9: admitted\n");
    assertThat(world.app().pulls.get(9).labels).contains(LABEL);
  }

  @Test
  void aDigestGivenByHandHasToBeTheLocks() {
    CommandLineRun agrees =
        world.admit(7, "--image", "ghcr.io/acme/orders@" + DeliveryWorld.digest(1));
    assertThat(agrees.code()).as(agrees.out() + agrees.err()).isZero();
    CommandLineRun run = world.admit(7, "--image", "ghcr.io/acme/orders@" + digest('f'));
    assertThat(run.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(run.out()).contains("refused  proof: ");
  }

  /** Runs once, when the label is about to be set. */
  private void beforeTheLabel(Runnable meanwhile) {
    StubServer.Stub app = world.app();
    boolean[] done = {false};
    world
        .host
        .server()
        .reset((method, uri, body) -> {
          if (!done[0] && method.equals("POST") && uri.getPath().endsWith("/labels")) {
            done[0] = true;
            meanwhile.run();
          }
          return app.answer(method, uri, body);
        });
  }

  private static String digest(char digit) {
    return "sha256:" + ("" + digit).repeat(64);
  }
}
