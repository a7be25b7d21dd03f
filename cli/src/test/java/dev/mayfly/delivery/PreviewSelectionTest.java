package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.id;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static dev.mayfly.delivery.DeliveryCase.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which app of a platform is meant by a pull request and a name. */
class PreviewSelectionTest {
  private static final PullRequest OWN = pullRequest(HEAD);
  private static final PullRequest FOREIGN = OWN.in(new RepositoryName("eve/primitives"));

  @TempDir Path temp;

  @Test
  void theOnlyAppOfTheRepositoryNeedsNoName() {
    assertThat(selected(draft(), "", OWN)).isEqualTo("orders");
    assertThat(selected(draft(), "orders", OWN)).isEqualTo("orders");
    assertThat(new PreviewSelection(Optional.empty()).id(policy(draft()), OWN))
        .contains(id("orders", 7));
    assertThat(new PreviewSelection(Optional.empty()).id(policy(draft()), FOREIGN)).isEmpty();
  }

  @Test
  void whatIsNoneIsSaid() {
    refused(draft(), "order", OWN, Fault.CONFIGURATION, "unknown app `order`");
    refused(
        draft(),
        "",
        FOREIGN,
        Fault.REFUSED,
        "the pull request is in `eve/primitives`, which is not an app's repository");
    YamlDraft two =
        YamlDraft.example("shapes/environment")
            .with("spec.apps.0.repository", "acme/primitives")
            .with("spec.apps.1.repository", "acme/primitives");
    refused(two, "", OWN, Fault.CONFIGURATION, "`acme/primitives` has 2 apps");
    assertThat(selected(two, "stock", OWN)).isEqualTo("stock");
  }

  /** A preview may outlive its app, and is known by its record then. */
  @Test
  void anAppThatIsGoneIsKnownByItsRecord() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      assertThat(recorded(world, "", 7, OWN)).isEmpty();
      world.edit(draft -> draft.with("spec.apps.0.name", "shop"));
      assertThat(recorded(world, "", 7, OWN)).contains(id("orders", 7));
      assertThat(recorded(world, "orders", 7, OWN)).contains(id("orders", 7));
      assertThat(recorded(world, "shop", 7, OWN)).isEmpty();
      assertThat(recorded(world, "", 8, OWN)).isEmpty();
      assertThat(recorded(world, "", 7, FOREIGN)).isEmpty();
      Policy policy = world.delivery().policy();
      GitOpsView view = world.delivery().view();
      PreviewSelection orders = new PreviewSelection(Optional.of("orders"));
      assertThat(orders.blueprintOrRecord(policy, OWN, view)).isEmpty();
      assertThatThrownBy(() -> orders.blueprintOrRecord(policy, FOREIGN, view))
          .isInstanceOf(ProblemsException.class)
          .hasMessage("unknown app `orders`");
      assertThat(
              new PreviewSelection(Optional.of("shop"))
                  .blueprintOrRecord(policy, OWN, view)
                  .orElseThrow()
                  .app()
                  .name())
          .isEqualTo("shop");
    }
  }

  private static Optional<PreviewId> recorded(
      DiskDelivery world, String app, int number, PullRequest source) {
    GitOpsView view = world.delivery().view();
    return new PreviewSelection(Optional.of(app).filter(it -> !it.isEmpty()))
        .recorded(
            world.delivery().policy(),
            new PullRequest(source.repository(), id("x", number).number(), HEAD),
            view);
  }

  private static String selected(YamlDraft draft, String app, PullRequest pullRequest) {
    return new PreviewSelection(Optional.of(app).filter(it -> !it.isEmpty()))
        .blueprint(policy(draft), pullRequest)
        .app()
        .name();
  }

  private static void refused(
      YamlDraft draft, String app, PullRequest pullRequest, Fault fault, String message) {
    assertThatThrownBy(() -> selected(draft, app, pullRequest))
        .isInstanceOfSatisfying(
            ProblemsException.class, it -> assertThat(it.fault()).isEqualTo(fault))
        .hasMessage(message);
  }
}
