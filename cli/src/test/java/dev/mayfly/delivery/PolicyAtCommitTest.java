package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RefName;
import dev.mayfly.manifest.YamlDraft;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The policy is read at a commit that admins own, from the folder that it says it lies in. */
class PolicyAtCommitTest {
  @TempDir Path temp;

  @Test
  void aPlatformLiesWhereItSays() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      Policy policy = at(world, "main");
      assertThat(policy.platform().name()).isEqualTo("primitives");
      assertThat(policy.url(id("orders", 7))).contains("https://orders-7.preview.example.dev");
      assertThat(policy.url(id("gone", 7))).isEmpty();
      world.edit(draft -> draft.with("spec.gitops.path", "teams/shop"));
      assertThatThrownBy(() -> at(world, "main"))
          .isInstanceOf(ProblemsException.class)
          .hasMessage("`gitops.path` is `teams/shop`, and this mayfly.yaml lies at the top");
      world.git.commit("other", Map.of("a", "b"));
      assertThatThrownBy(() -> at(world, "other"))
          .isInstanceOf(ProblemsException.class)
          .hasMessageStartingWith("the GitOps repository has no `mayfly.yaml` at ");
    }
  }

  @Test
  void templatesLieBesideIt() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      String bundled = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: x}\n";
      world.git.commit(
          "main", Map.of("templates/README.md", "{{", "templates/extra/x.yaml", bundled));
      assertThat(at(world, "main").platform().name()).isEqualTo("primitives");
      world.git.commit("main", Map.of("templates/overlay/network-policy.yaml", "a: [\n"));
      assertThatThrownBy(() -> at(world, "main")).isInstanceOf(ProblemsException.class);
    }
  }

  /** Of the same commit. */
  @Test
  void valueFilesThatAdminsOwnLieInTheRepository() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      String platform = YamlDraft.example("shapes/value-files").text();
      world.git.commit(
          "with", "none", Map.of("mayfly.yaml", platform, "values/web.yaml", "a: 1\n"));
      assertThat(at(world, "with").platform().apps()).hasSize(1);
      world.git.commit("without", "none", Map.of("mayfly.yaml", platform));
      assertThatThrownBy(() -> at(world, "without"))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("values/web.yaml");
    }
  }

  /** Who names a ref for the policy has it read there, whatever the branch says. */
  @Test
  void thePolicyMayBeOfAnotherRef() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.git.commit("policy", "main", Map.of("a", "b"));
      world.edit(draft -> draft.with("metadata.name", "other"));
      Delivery delivery = world.delivery();
      assertThat(delivery.policy().platform().name()).isEqualTo("other");
      Delivery elsewhere =
          new Delivery(
              delivery.remote(),
              delivery.branch(),
              Optional.of(RefName.branch("policy")),
              delivery.message(),
              delivery.clock(),
              false);
      assertThat(elsewhere.policy().platform().name()).isEqualTo("primitives");
      assertThat(elsewhere.view().policy().platform().name()).isEqualTo("primitives");
      assertThat(delivery.view().policy().platform().name()).isEqualTo("other");
    }
  }

  private static Policy at(DiskDelivery world, String branch) {
    return Policy.at(world.remote.require(RefName.branch(branch)));
  }
}
