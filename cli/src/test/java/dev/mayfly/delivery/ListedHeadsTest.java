package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.OTHER;
import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.platform.Admission;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whether pull requests moved on, and when their previews go, by one list of each repository. */
class ListedHeadsTest {
  private static final RepositoryName SHOP = new RepositoryName("Acme/shop");
  private static final PullRequest RECORDED = new PullRequest(SHOP, id("x", 7).number(), HEAD);
  private static final Optional<Admission.Expiry> RULE =
      DeliveryCase.policy(DeliveryCase.draft()).platform().admission().expiry();
  private static final Optional<Instant> TOUCHED =
      Optional.of(Instant.parse("2026-11-03T10:00:00Z"));

  @Test
  void anotherHeadIsNewer() {
    assertThat(listed(Optional.of(HEAD), Set.of()).moved(RECORDED)).isEmpty();
    assertThat(listed(Optional.empty(), Set.of()).moved(RECORDED)).isEmpty();
    assertThat(new ListedHeads(Map.of(), List.of()).moved(RECORDED)).isEmpty();
    assertThat(listed(Optional.of(OTHER), Set.of()).moved(RECORDED))
        .contains(
            new PreviewStatus(
                PreviewState.STALE, "the pull request is at `" + OTHER.shortHex() + "`"));
  }

  @Test
  void whatNobodyTouchesGoes() {
    ListedHeads heads = listed(Optional.of(HEAD), Set.of("preview"));
    assertThat(heads.expiry(RECORDED, RULE)).contains(Instant.parse("2026-11-10T10:00:00Z"));
    assertThat(heads.expiry(RECORDED, Optional.empty())).isEmpty();
    assertThat(listed(Optional.of(HEAD), Set.of("keep-preview")).expiry(RECORDED, RULE)).isEmpty();
  }

  @Test
  void eachRepositoryIsAskedOnce() {
    try (ForgeBench bench = new ForgeBench()) {
      Forge forge = bench.fresh(ForgeSettings.Kind.GITHUB);
      bench.stub().pulls.get(7).sha = OTHER.hex();
      PullRequest here = new PullRequest(new RepositoryName("acme/shop"), RECORDED.number(), HEAD);
      PullRequest elsewhere =
          new PullRequest(new RepositoryName("acme/gone"), RECORDED.number(), HEAD);
      ListedHeads heads =
          ListedHeads.of(Optional.of(forge), List.of(here, here, elsewhere, elsewhere));
      assertThat(heads.moved(here)).isPresent();
      assertThat(heads.moved(elsewhere)).isEmpty();
      assertThat(heads.unknown())
          .singleElement()
          .satisfies(it ->
              assertThat(it.message())
                  .startsWith("whether pull requests of `acme/gone` moved on is not known: "));
      assertThat(ListedHeads.of(Optional.empty(), List.of(here)).moved(here)).isEmpty();
    }
  }

  private static ListedHeads listed(Optional<CommitSha> head, Set<String> labels) {
    return new ListedHeads(
        Map.of(
            "acme/shop#7", new ListedPullRequest(SHOP, RECORDED.number(), head, labels, TOUCHED)),
        List.of());
  }
}
