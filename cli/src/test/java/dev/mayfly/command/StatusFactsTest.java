package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status --facts}: whether the cluster has the fence that the platform renders. */
class StatusFactsTest {
  private static final Path RENDERED = Path.of("golden/primitives/platform");

  @TempDir private Path temp;
  private DeliveryWorld world;

  @BeforeEach
  void openWorld() {
    world = DeliveryWorld.pushing(temp.resolve("world"));
  }

  @AfterEach
  void closeWorld() {
    world.close();
  }

  private static String rendered(String file) throws IOException {
    return Files.readString(RENDERED.resolve(file)).indent(4).replaceFirst("^ {4}", "  - ");
  }

  private CommandLineRun status(String... items) throws IOException {
    Path facts = temp.resolve("facts.yaml");
    Files.writeString(facts, "apiVersion: v1\nkind: List\nitems:\n" + String.join("", items));
    return world.run("status", "--facts", facts.toString());
  }

  @Test
  void aClusterWithPolicyAndBindingIsFine() throws IOException {
    CommandLineRun run =
        status(
            rendered("admission-policy-orders.yaml"),
            rendered("admission-policy-orders-binding.yaml"));
    assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINE);
    assertThat(run.err()).isEmpty();
  }

  @Test
  void aPolicyThatIsNotThereIsSaid() throws IOException {
    CommandLineRun run = status(rendered("admission-policy-orders-binding.yaml"));
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .contains("error[policy-not-applied]: the cluster does not have this policy")
        .contains("platform/admission-policy-orders.yaml");
  }

  @Test
  void anOlderPolicyAndABindingThatOnlyWarnsAreSaid() throws IOException {
    CommandLineRun run =
        status(
            rendered("admission-policy-orders.yaml").replace("a preview touches", "all touch"),
            rendered("admission-policy-orders-binding.yaml").replace("- Deny", "- Warn"));
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err())
        .contains("the policy in the cluster says something else")
        .contains("no binding in the cluster makes this policy deny");
  }

  @Test
  void factsWithoutPoliciesSayNothingOfThem() throws IOException {
    CommandLineRun run =
        status(
            """
              - apiVersion: storage.k8s.io/v1
                kind: StorageClass
                metadata: {name: fast}
                provisioner: example.dev
            """);
    assertThat(run.code()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).contains("warning[policy-unknown]: the facts list no admission policy");
  }
}
