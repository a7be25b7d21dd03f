package dev.mayfly.report;

import dev.mayfly.delivery.BundleStand;
import dev.mayfly.delivery.HealthSource;
import dev.mayfly.delivery.PreviewState;
import dev.mayfly.delivery.PreviewStatus;
import dev.mayfly.delivery.Status;
import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.kubernetes.Quantity;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A platform with one preview in each state. */
final class SampleStatus {
  static final Instant NOW = Instant.parse("2026-11-22T09:30:00Z");
  private static final Amounts REQUESTS =
      Amounts.of(Map.of("memory", "640Mi", "cpu", "350m"), Map.of());
  private static final List<String> TITLES =
      List.of(
          "Show stock levels",
          "Round prices to whole cents",
          "Search by colour",
          "Send a receipt by mail",
          "Let carts outlive a session",
          "Charge in the customer's currency",
          "Bump the base image",
          "Remove the old checkout",
          "");

  private SampleStatus() {}

  static Status all() {
    List<Status.Preview> previews = new ArrayList<>();
    for (PreviewState state : PreviewState.values()) {
      previews.add(preview(state, words(state), TITLES.get(previews.size()), previews.size()));
    }
    return of(previews);
  }

  static Status titled(String title) {
    return of(List.of(preview(PreviewState.LIVE, "is Synced and Healthy", title, 0)));
  }

  static Status of(List<Status.Preview> previews) {
    return new Status(
        "shop",
        previews,
        HealthSource.Witness.APPLICATIONS,
        previews.size(),
        10,
        List.of(
            new Status.Use(
                "memory", Quantity.parse("5760Mi"), Quantity.parse("12Gi"), Quantity.parse("8Gi")),
            new Status.Use("cpu", Quantity.parse("3150m"), Quantity.ZERO, Quantity.parse("12"))),
        List.of(),
        List.of());
  }

  private static String words(PreviewState state) {
    return switch (state) {
      case DEPLOYING -> "is being synced: waiting for healthy state of apps/Deployment/shop";
      case LIVE -> "is Synced and Healthy";
      case DEGRADED ->
          "is Synced and Degraded; Pod shop-5d-x1: Back-off pulling image \"ghcr.io/acme/shop\"";
      case FAILED ->
          "could not be synced: one or more objects failed to apply; Job migrate: admission webhook"
              + " denied the request";
      case STALE -> "the pull request is at `9f86d08`";
      case GOING -> "its removal waits to be merged";
      case WAITING, DELIVERED, UNREADABLE -> state.meaning();
    };
  }

  private static Status.Preview preview(PreviewState state, String words, String title, int place) {
    boolean read = state != PreviewState.UNREADABLE;
    PullRequestNumber number = PullRequestNumber.parse("" + (128 + place)).orElseThrow();
    PullRequest source =
        new PullRequest(
            new RepositoryName("acme/shop"),
            number,
            new CommitSha(("%x".formatted(0xa1 + place * 7)).repeat(20)),
            new PullRequest.Details(
                PullRequest.State.OPEN,
                false,
                title,
                place % 2 == 0 ? "ada" : "grace",
                "",
                "",
                Optional.empty(),
                Set.of()));
    Instant opened = NOW.minus(Duration.ofHours(5 + 19L * place));
    return new Status.Preview(
        new PreviewId("shop", number),
        Optional.empty(),
        new PreviewStatus(state, words),
        read ? Optional.of(source) : Optional.empty(),
        read ? Optional.of("https://github.com/acme/shop/pull/" + number) : Optional.empty(),
        read ? Optional.of(opened) : Optional.empty(),
        read && state != PreviewState.GOING
            ? Optional.of(opened.plus(Duration.ofDays(14)))
            : Optional.empty(),
        REQUESTS,
        Optional.of("https://shop-" + number + ".preview.example.dev"),
        Optional.<BundleStand>empty());
  }
}
