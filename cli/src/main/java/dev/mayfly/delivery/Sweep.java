package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.CompareAndSwapLoop;
import dev.mayfly.git.Decision;
import dev.mayfly.git.Snapshot;
import dev.mayfly.git.TreeEdit;
import dev.mayfly.git.TreePath;
import dev.mayfly.manifest.Overlay;
import dev.mayfly.platform.GitOps.Change;
import dev.mayfly.preview.CommitSha;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Brings the overlays in line with the pull requests and the policy: removes what is proven to be
 * closed or expired and renders anew what is stale, all in one commit. What cannot be read is left
 * alone and reported; it never stops the rest.
 */
public final class Sweep {
  private final Desk desk;
  private final Fate fate;
  private final boolean massRemoval;

  /** Prepares a sweep; without mass removal, more than half of the previews are never removed. */
  public Sweep(Desk desk, Fate fate, boolean massRemoval) {
    this.desk = desk;
    this.fate = fate;
    this.massRemoval = massRemoval;
  }

  /**
   * Whether a preview shall go; asked of one pull request at a time, never concluded from a list.
   */
  @FunctionalInterface
  public interface Fate {
    Answer of(Policy policy, PreviewId id);
  }

  /** What is known of a preview's pull request. */
  public sealed interface Answer {
    record Stays() implements Answer {}

    /** Read as closed, merged, expired or no longer admitted. */
    record Goes(String reason) implements Answer {}

    /** Could not be found out: the preview stays. */
    record Unknown(Problem problem) implements Answer {}
  }

  /** What a sweep did, or would do. */
  public record Swept(
      List<Item> items,
      List<Problem> problems,
      Optional<CommitSha> commit,
      boolean waiting,
      boolean dryRun) {}

  /** One preview and what becomes of it: {@code removed}, {@code rendered} or {@code kept}. */
  public record Item(PreviewId id, String word, String reason) {}

  private final List<Item> items = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private boolean waiting;

  /**
   * Sweeps.
   *
   * @throws ProblemsException (refused) when more than half of the previews would go at once
   */
  public Swept run() {
    if (desk.dryRun()) {
      decide(desk.remote().require(desk.branch()));
      return new Swept(items, problems, Optional.empty(), waiting, true);
    }
    CompareAndSwapLoop.Result result =
        new CompareAndSwapLoop(desk.remote()).run(desk.branch(), this::decide);
    Optional<CommitSha> commit =
        result instanceof CompareAndSwapLoop.Result.Delivered(CommitSha id, int ignored)
            ? Optional.of(id)
            : Optional.empty();
    return new Swept(items, problems, commit, waiting, false);
  }

  private Decision decide(Snapshot found) {
    items.clear();
    problems.clear();
    Policy policy = desk.policy(found);
    List<TreeEdit> edits = new ArrayList<>();
    for (PreviewId id : GitOpsView.overlays(found)) {
      try {
        OverlayFolder.read(found, id, policy.platform().name())
            .ifPresent(folder -> edit(policy, id, folder).ifPresent(edits::add));
      } catch (ProblemsException e) {
        problems.addAll(e.problems());
        items.add(new Item(id, "kept", "it cannot be read"));
      }
    }
    long removals = items.stream().filter(item -> item.word().equals("removed")).count();
    if (!massRemoval && removals > 1 && removals * 2 > items.size()) {
      throw massRemoval(removals, items.size());
    }
    if (edits.isEmpty()) {
      return new Decision.Nothing();
    }
    CommitText text =
        desk.message().sweep("Sweep " + edits.size() + " previews", body(), desk.clock().instant());
    waiting = policy.platform().gitops().removal() == Change.PULL_REQUEST;
    return waiting
        ? SweepBranch.decision(desk.remote(), edits, text)
        : Decision.onto(desk.branch(), found, edits, text);
  }

  private Optional<TreeEdit> edit(Policy policy, PreviewId id, OverlayFolder folder) {
    TreePath path = TreePath.of(OverlayFolder.path(id));
    switch (fate.of(policy, id)) {
      case Answer.Goes(String reason) -> {
        items.add(new Item(id, "removed", reason));
        return Optional.of(new TreeEdit.Remove(path));
      }
      case Answer.Unknown(Problem problem) -> problems.add(problem);
      case Answer.Stays ignored -> {}
    }
    SortedMap<String, byte[]> fresh = render(policy, id, folder);
    if (fresh.isEmpty() || Overlays.same(folder.files(), fresh)) {
      items.add(new Item(id, "kept", ""));
      return Optional.empty();
    }
    items.add(new Item(id, "rendered", "stale against the policy"));
    return Optional.of(new TreeEdit.Replace(path, fresh));
  }

  private static SortedMap<String, byte[]> render(
      Policy policy, PreviewId id, OverlayFolder folder) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    policy
        .blueprint(id.app())
        .ifPresent(
            blueprint -> {
              Overlay overlay = policy.overlay(blueprint);
              overlay
                  .files(folder.record().facts())
                  .forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
            });
    return files;
  }

  private String body() {
    StringBuilder body = new StringBuilder();
    items.stream()
        .filter(item -> !item.word().equals("kept"))
        .forEach(i -> body.append(i.id() + ": " + i.word() + ", " + i.reason() + "\n"));
    return body.toString().strip();
  }

  private static ProblemsException massRemoval(long removals, int all) {
    return new ProblemsException(
        Fault.REFUSED,
        Problem.error(
            "mass-removal",
            null,
            removals + " of " + all + " previews would be removed at once; nothing was done",
            "if that is right, say --allow-mass-removal"));
  }
}
