package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequest.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where previews stand: by Git first, and of what Git has by whoever can say how it fares. */
class StatusTest {
  private static final String OWN = "mayfly/orders/pr-7";
  @TempDir Path temp;
  private final List<PreviewId> asked = new ArrayList<>();

  private final HealthSource live =
      new HealthSource() {
        @Override
        public HealthSource.Witness witness() {
          return HealthSource.Witness.FORGE;
        }

        @Override
        public Health of(SortedMap<PreviewId, PullRequest> merged) {
          asked.addAll(merged.keySet());
          return new Health(
              Map.of(id("orders", 7), new PreviewStatus(PreviewState.LIVE, "runs")),
              List.of(Problem.warning("x", null, "not all of them", "")));
        }
      };

  @Test
  void whatIsMergedIsDeliveredAndMayBeLive() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.open(8);
      Status status = read(world, HealthSource.NOBODY);
      assertThat(words(status))
          .containsExactly(
              "orders#7 DELIVERED merged, not known to be live",
              "orders#8 DELIVERED merged, not known to be live");
      assertThat(status.previews().getFirst().status().state().word()).isEqualTo("delivered");
      assertThat(status.health().word()).isEqualTo("nobody");
      assertThat(status.places()).isEqualTo(2);
      assertThat(status.limit()).isEqualTo(5);
      assertThat(status.namesBundles()).isFalse();
      assertThat(status.problems()).isEmpty();
      assertThat(status.unasked()).isEmpty();
      Status.Preview preview = status.previews().getFirst();
      assertThat(preview.url()).contains("https://orders-7.preview.example.dev");
      assertThat(preview.link()).contains("https://github.com/acme/primitives/pull/7");
      assertThat(preview.headSha()).isPresent();
      assertThat(preview.openedAt()).isPresent();
      assertThat(preview.environment()).isEmpty();
      assertThat(preview.requests().request("memory")).hasToString("128Mi");
      Status known = read(world, live);
      assertThat(words(known))
          .containsExactly("orders#7 LIVE runs", "orders#8 DELIVERED merged, not known to be live");
      assertThat(asked).containsExactly(id("orders", 7), id("orders", 8));
      assertThat(known.unasked()).extracting(Problem::message).containsExactly("not all of them");
    }
  }

  @Test
  void whatWaitsIsNotAskedFor() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      assertThat(words(read(world, HealthSource.NOBODY)))
          .containsExactly("orders#7 WAITING its GitOps pull request is not merged");
      world.merge(OWN);
      world.edit(draft -> draft.with("spec.namespace.quota.pods", "'21'"));
      world.open(7);
      assertThat(words(read(world, HealthSource.NOBODY)))
          .as("of the same commit")
          .containsExactly("orders#7 DELIVERED merged, not known to be live");
      String record = world.git.text(OWN, "previews/orders/pr-7/preview.yaml");
      world.git.commit(
          OWN,
          Map.of(
              "previews/orders/pr-7/preview.yaml",
              record.replaceAll("headSha: .*", "headSha: " + "b".repeat(40)) + "\n"));
      assertThat(words(read(world, HealthSource.NOBODY)))
          .containsExactly("orders#7 STALE commit `bbbbbbb` waits for its GitOps pull request");
      assertThat(asked).isEmpty();
    }
  }

  @Test
  void whatIsToGoAndWhatCannotBeReadIsSaid() {
    try (DiskDelivery world = DiskDelivery.proposing(temp)) {
      world.open(7);
      world.merge(OWN);
      world.close(7, State.CLOSED, false);
      assertThat(words(read(world, live))).containsExactly("orders#7 LIVE runs");
      assertThat(asked).isEmpty();
      assertThat(words(read(world, HealthSource.NOBODY)))
          .containsExactly("orders#7 GOING its removal waits to be merged");
      world.git.commit("main", Map.of("previews/orders/pr-8/preview.yaml", "a: 1\n"));
      Status broken = read(world, HealthSource.NOBODY);
      assertThat(words(broken)).contains("orders#8 UNREADABLE its record in Git cannot be read");
      assertThat(broken.problems()).isNotEmpty();
      world.git.entry("main", "120000", "previews/orders/pr-9/preview.yaml", "../x");
      assertThat(words(read(world, HealthSource.NOBODY)))
          .contains(
              "orders#7 GOING its removal waits to be merged",
              "orders#9 UNREADABLE its record in Git cannot be read");
      world.git.commit(
          "mayfly/orders/pr-10", "main", Map.of("previews/orders/pr-10/preview.yaml", "a: 1\n"));
      assertThat(words(read(world, HealthSource.NOBODY)))
          .contains("orders#10 UNREADABLE its record in Git cannot be read");
      String record = world.git.text(OWN + "~1", "previews/orders/pr-7/preview.yaml");
      world.git.commit("main", Map.of("previews/orders/pr-8/preview.yaml", record + "\n"));
      Status another = read(world, HealthSource.NOBODY);
      assertThat(words(another)).contains("orders#8 UNREADABLE its record in Git cannot be read");
      assertThat(another.problems())
          .extracting(Problem::message)
          .contains(
              "the folder `previews/orders/pr-8` belongs to app `orders` and pull request 7 of"
                  + " platform `primitives`");
    }
  }

  @Test
  void anAppThatIsGoneIsNotAskedFor() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.open(7);
      world.edit(draft -> draft.with("spec.apps.0.name", "shop"));
      Status status = read(world, HealthSource.NOBODY);
      assertThat(words(status))
          .containsExactly("orders#7 DELIVERED its app is not in `mayfly.yaml` any more");
      assertThat(status.previews().getFirst().url()).isEmpty();
      read(world, live);
      assertThat(asked).isEmpty();
    }
  }

  /** What shares an environment stands together, and the environment itself is no preview. */
  @Test
  void anEnvironmentIsOnePlace() {
    try (DiskDelivery world = DiskDelivery.ofEnvironment(temp)) {
      world.open(7);
      Status status = read(world, HealthSource.NOBODY);
      assertThat(status.previews()).extracting(Status.Preview::id).containsExactly(id("web", 7));
      assertThat(status.previews().getFirst().environment()).isPresent();
      assertThat(status.places()).isEqualTo(1);
    }
  }

  @Test
  void whereAGeneratorMakesThemGitKnowsNone() {
    try (DiskDelivery world = DiskDelivery.pushing(temp)) {
      world.edit(
          draft -> draft.without("spec.gitops.change").with("spec.gitops.delivery", "generator"));
      assertThatThrownBy(() -> read(world, HealthSource.NOBODY))
          .isInstanceOf(ProblemsException.class)
          .hasMessageContaining("so Git knows none of them");
    }
  }

  private static Status read(DiskDelivery world, HealthSource health) {
    return Status.read(
        world.delivery(),
        Optional.empty(),
        policy -> new StatusSources(Optional.empty(), Optional.empty(), health));
  }

  private static List<String> words(Status status) {
    return status.previews().stream()
        .map(it -> it.id() + " " + it.status().state() + " " + it.status().words())
        .toList();
  }
}
