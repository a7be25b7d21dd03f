package dev.mayfly.delivery;

import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A sweep where Argo CD's generator makes the previews: every open pull request that has the
 * admitted label, or wants it, goes through all gates and proofs again. One that cannot be read
 * keeps what it has and is reported.
 */
public final class Readmission {
  private final Forge forge;
  private final Policy policy;
  private final Platform platform;
  private final InstantSource clock;
  private final AdmissionCheck admissionCheck;
  private final AdmittedLabel label;
  private final List<Problem> problems = new ArrayList<>();

  public Readmission(
      Forge forge, Policy policy, AdmissionCheck admissionCheck, InstantSource clock) {
    this.forge = forge;
    this.policy = policy;
    this.platform = policy.platform();
    this.admissionCheck = admissionCheck;
    this.clock = clock;
    this.label = new AdmittedLabel(forge, platform);
  }

  /** One pull request: what shall become of its label, and why. */
  public record Item(PreviewId id, Effect effect, String reason) {}

  private record Case(Blueprint blueprint, ListedPullRequest listed, PreviewId id, boolean holds) {}

  /**
   * Goes through all of them, in the order of their numbers.
   *
   * @throws ProblemsException (refused) when more than half of the labels would go at once
   */
  public List<Item> run(boolean apply, boolean massRemoval) {
    List<Case> cases = new ArrayList<>();
    policy.loaded().blueprints().forEach(app -> cases.addAll(cases(app)));
    SortedSet<PreviewId> holders = new TreeSet<>();
    cases.stream().filter(Case::holds).map(Case::id).forEach(holders::add);
    List<Item> items = new ArrayList<>();
    List<Runnable> writes = new ArrayList<>();
    for (Case one : cases) {
      try {
        Verdict verdict = judge(one, new TreeSet<>(holders));
        items.add(item(one, verdict));
        if (one.holds ? verdict.isRefused() : verdict.admitted()) {
          writes.add(() -> label.apply(verdict, one.blueprint.app(), now -> judge(one, now)));
          if (verdict.admitted()) {
            holders.add(one.id);
          } else {
            holders.remove(one.id);
          }
        }
      } catch (ProblemsException e) {
        problems.addAll(e.problems());
        items.add(new Item(one.id, Effect.KEPT, "it cannot be read"));
      }
    }
    refuseMassRemoval(items, cases, massRemoval);
    if (apply) {
      writes.forEach(write -> Problems.collect(write, problems));
      // A run that died between setting a label and counting left one too many.
      Problems.collect(
          () ->
              label
                  .withdrawTooMany(label.holders())
                  .forEach(id -> items.add(new Item(id, Effect.WITHDRAWN, "the limit was passed"))),
          problems);
    }
    return items;
  }

  /** What could not be read or written; the rest went on. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private Verdict judge(Case one, SortedSet<PreviewId> holders) {
    return admissionCheck.verdict(ForgeLookup.of(forge, one.listed, clock), one.blueprint, holders);
  }

  private List<Case> cases(Blueprint blueprint) {
    App app = blueprint.app();
    List<Case> cases = new ArrayList<>();
    try {
      for (ListedPullRequest listed : forge.listOpen(app.repository()).items()) {
        Set<String> labels = listed.labels();
        boolean holds = labels.contains(platform.admission().admittedLabel());
        if (holds || platform.admission().labels().missing(labels).isEmpty()) {
          PreviewId id = new PreviewId(app.name(), listed.number());
          cases.add(new Case(blueprint, listed, id, holds));
        }
      }
    } catch (ForgeException e) {
      problems.add(e.problem());
    }
    cases.sort((one, other) -> one.id.number().compareTo(other.id.number()));
    return cases;
  }

  private static Item item(Case one, Verdict verdict) {
    Effect effect =
        verdict.admitted()
            ? one.holds ? Effect.KEPT : Effect.ADMITTED
            : !one.holds
                ? Effect.NOT_ADMITTED
                : verdict.isRefused() ? Effect.WITHDRAWN : Effect.KEPT;
    String reason = verdict.admitted() ? "" : verdict.refusals().getFirst().answer().reason();
    return new Item(one.id, effect, reason);
  }

  private static void refuseMassRemoval(List<Item> items, List<Case> cases, boolean allowed) {
    long withdrawn = items.stream().filter(item -> item.effect() == Effect.WITHDRAWN).count();
    long held = cases.stream().filter(Case::holds).count();
    if (!allowed) {
      MassRemoval.refuse(withdrawn, held, Effect.WITHDRAWN);
    }
  }
}
