package dev.mayfly.delivery;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.admission.Verdict;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.RemotePullRequest;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The label that admits pull requests to Argo CD's generator. A label has no compare-and-swap, so
 * it is set first and counted after: when the limit was passed, the highest numbers give way, and
 * all runs agree on which those are.
 */
public record AdmittedLabel(Forge forge, Platform platform) {

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
    try {
      forge.addLabel(app.repository(), id.number(), label());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
    SortedSet<PreviewId> now = holders();
    now.add(id);
    if (now.size() <= platform.admission().limit() || !isAmongHighest(id, now)) {
      return verdict;
    }
    remove(id, app);
    now.remove(id);
    return Verdict.of(inquiry.candidate(platform, app, now));
  }

  /** Takes the label off; done as well when it was not there. */
  public void remove(PreviewId id, App app) {
    try {
      forge.removeLabel(app.repository(), id.number(), label());
    } catch (ForgeException e) {
      throw e.endsCommand();
    }
  }

  /** Whether this one is among those too many, counted from the highest number down. */
  private boolean isAmongHighest(PreviewId id, SortedSet<PreviewId> now) {
    long higher = now.stream().filter(o -> o.number().compareTo(id.number()) > 0).count();
    return higher < now.size() - platform.admission().limit();
  }

  private String label() {
    return platform.admission().admittedLabel();
  }
}
