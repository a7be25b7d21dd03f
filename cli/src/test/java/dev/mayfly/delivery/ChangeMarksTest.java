package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.HEAD;
import static dev.mayfly.delivery.DeliveryCase.draft;
import static dev.mayfly.delivery.DeliveryCase.facts;
import static dev.mayfly.delivery.DeliveryCase.id;
import static dev.mayfly.delivery.DeliveryCase.policy;
import static dev.mayfly.delivery.DeliveryCase.pullRequest;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.forge.Change;
import dev.mayfly.forge.ChangeRequest;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.manifest.PreviewFacts;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.Blueprint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** By its last line a GitOps pull request is known: what it asks for, and that it was asked for. */
class ChangeMarksTest {
  private static final String SWEEP =
      "<!-- mayfly: sweep orders#7: removed, orders#8: rendered, orders#9: retried, orders#10: kept -->";

  @Test
  void whatItAsksFor() {
    Change removal = change(ChangeText.removed(id("orders", 7), pullRequest(HEAD)));
    assertThat(removal.title()).isEqualTo("Remove preview orders#7");
    assertThat(removal.body())
        .startsWith(
            "pull request 7 of `acme/primitives` `title` by `ada` is closed, or may not have its"
                + " preview of `orders` any more.\n\nMerging takes")
        .endsWith("\n\n<!-- mayfly: remove orders#7 -->\n");
    assertThat(ChangeText.isOurs(removal)).isTrue();
    assertThat(ChangeText.removals(removal)).containsExactly(id("orders", 7));
    assertThat(ChangeText.updates(removal)).isEmpty();
    assertThat(ChangeText.removed(id("orders", 7), pullRequest(HEAD)).isSaidBy(removal)).isTrue();
    assertThat(ChangeText.removed(id("orders", 8), pullRequest(HEAD)).isSaidBy(removal)).isFalse();
    Change other = change("by hand: remove orders#7");
    assertThat(ChangeText.isOurs(other)).isFalse();
    assertThat(ChangeText.removals(other)).isEmpty();
    assertThat(ChangeText.updates(change("orders#8: rendered"))).isEmpty();
  }

  @Test
  void aSweepAsksForMany() {
    Change sweep = change("people wrote orders#11: rendered\n\n" + SWEEP);
    assertThat(ChangeText.removals(sweep)).containsExactly(id("orders", 7));
    assertThat(ChangeText.updates(sweep)).containsExactly(id("orders", 8), id("orders", 9));
    assertThat(ChangeText.updates(change(SWEEP))).hasSize(2);
    ChangeText swept =
        ChangeText.swept(
            List.of(
                item(7, Effect.REMOVED, "it is closed"), item(8, Effect.RENDERED, "stale\nbits")));
    assertThat(swept.title()).isEqualTo("Sweep previews");
    assertThat(swept.body())
        .contains("\n\n- `orders#7`: removed, it is closed\n- `orders#8`: rendered, stale bits");
    assertThat(swept.mark()).isEqualTo("sweep orders#7: removed, orders#8: rendered");
  }

  private static Sweep.Item item(int number, Effect effect, String reason) {
    return new Sweep.Item(
        id("orders", number), effect, reason, pullRequest(HEAD), new LifeStage.Unknown());
  }

  @Test
  void whatOpensSaysWhatComes() {
    ChangeText fresh = opened(draft(), facts(HEAD), Optional.empty());
    assertThat(fresh.title()).isEqualTo("Preview orders#7");
    assertThat(fresh.mark()).startsWith("open orders#7 " + HEAD.hex() + " ");
    assertThat(fresh.body())
        .contains(
            "The preview of `orders` for [pull request 7 of",
            "| Commit | `" + HEAD.hex() + "` |",
            "| URL | https://orders-7.preview.example.dev |",
            "| Image | `ghcr.io/acme/orders@sha256:1111",
            "| Requests | memory 128Mi, cpu 0.05 |",
            "\nIt is new:\n\n* new: ",
            " or take its label off.")
        .doesNotContain("nothing that a preview is made of");
    ChangeText again = opened(draft(), facts(HEAD), Optional.of(DeliveryCase.folder(facts(HEAD))));
    assertThat(again.body())
        .contains(
            "\nWhat changes since commit `" + HEAD.shortHex() + "`, which is merged:\n",
            "* nothing that a preview is made of");
  }

  @Test
  void whatIsNotKnownIsLeftOut() {
    YamlDraft bare =
        draft()
            .without("spec.namespace.limits")
            .without("spec.namespace.quota")
            .without("spec.capacity")
            .without("spec.apps.0.service")
            .with("spec.admission.labels", "{all: []}");
    ChangeText text = opened(bare, facts(HEAD), Optional.empty());
    assertThat(text.body())
        .contains(
            "| URL | none: no route leads to it |",
            "| Requests | not known |",
            "To be rid of the preview, close that pull request.");
  }

  private static ChangeText opened(
      YamlDraft draft, PreviewFacts facts, Optional<OverlayFolder> merged) {
    Blueprint blueprint = policy(draft).blueprint("orders").orElseThrow();
    Overlay overlay = policy(draft).overlay(blueprint);
    return ChangeText.opened(
        blueprint,
        facts,
        overlay,
        OverlayChange.of(merged, facts, new TreeMap<>(Map.copyOf(overlay.files(facts)))));
  }

  private static Change change(ChangeText text) {
    ChangeRequest request = text.request("mayfly/orders/pr-7", "main");
    return change(request.title(), request.body());
  }

  private static Change change(String body) {
    return change("title", body);
  }

  private static Change change(String title, String body) {
    return new Change(
        id("x", 1).number(),
        "https://x",
        Optional.empty(),
        title,
        body,
        Set.of(),
        "",
        Optional.empty());
  }
}
