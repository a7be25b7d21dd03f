package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The label that admits pull requests to Argo CD's generator. A label has no compare-and-swap, so
 * it is set first and counted after: when the limit was passed, the highest numbers give way. Every
 * run that counts takes it off all of them, so it does not matter which run counts last.
 */
public record AdmittedLabel(Forge forge, Platform platform) {
  private static final Comparator<PreviewId> LAST_FIRST =
      Comparator.comparing(PreviewId::number).thenComparing(PreviewId::app).reversed();

  /** The pull requests that carry the label now. */
  public SortedSet<PreviewId> holders() {
    SortedSet<PreviewId> holders = new TreeSet<>();
    try {
      for (App app : platform.apps()) {
        for (RemotePullRequest open : forge.listOpen(app.repository()).items()) {
          if (open.pullRequest().details().labels().contains(label())) {
            holders.add(new PreviewId(app.name(), open.pullRequest().number()));
          }
        }
      }
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
    return holders;
  }

  /**
   * Sets the label when admitted and removes it when not; reads again afterwards and withdraws when
   * the limit was passed meanwhile.
   *
   * @return the verdict that holds in the end
   */
  public Verdict apply(Verdict verdict, Inquiry inquiry, App app) {
    PreviewId id = verdict.candidate().id();
    if (!verdict.admitted()) {
      remove(id, app);
      return verdict;
    }
    set(id, app);
    SortedSet<PreviewId> now = holders();
    now.add(id);
    List<PreviewId> tooMany = tooMany(now);
    for (PreviewId other : tooMany) {
      platform.app(other.app()).ifPresent(owner -> remove(other, owner));
      now.remove(other);
    }
    return tooMany.contains(id) ? Verdict.of(inquiry.candidate(platform, app, now)) : verdict;
  }

  private void set(PreviewId id, App app) {
    try {
      forge.addLabel(app.repository(), id.number(), label());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** Takes the label off; done as well when it was not there. */
  public void remove(PreviewId id, App app) {
    try {
      forge.removeLabel(app.repository(), id.number(), label());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  private List<PreviewId> tooMany(SortedSet<PreviewId> now) {
    List<PreviewId> lastFirst = new ArrayList<>(now);
    lastFirst.sort(LAST_FIRST);
    return lastFirst.subList(0, Math.max(0, now.size() - platform.admission().limit()));
  }

  private String label() {
    return platform.admission().admittedLabel();
  }
}
