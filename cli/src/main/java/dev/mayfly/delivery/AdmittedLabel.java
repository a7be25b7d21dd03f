package dev.mayfly.delivery;

import dev.mayfly.admission.Verdict;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeException;
import dev.mayfly.forge.ListedPullRequest;
import dev.mayfly.forge.OpenPullRequests;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The label that admits pull requests to Argo CD's generator. A label has no compare-and-swap, so
 * it is set first and counted after: when the limit was passed, the highest numbers give way. Every
 * run that counts takes it off all of them, so it does not matter which run counts last.
 */
public record AdmittedLabel(Forge forge, Platform platform) {
  private static final int READS = 5;

  private static final Comparator<PreviewId> LAST_FIRST =
      Comparator.comparing(PreviewId::number).thenComparing(PreviewId::app).reversed();

  /** The pull requests that carry the label now. */
  public SortedSet<PreviewId> holders() {
    SortedSet<PreviewId> holders = new TreeSet<>();
    for (App app : platform.apps()) {
      for (ListedPullRequest open : ForgeException.required(() -> wholeList(app))) {
        if (open.labels().contains(label())) {
          holders.add(new PreviewId(app.name(), open.number()));
        }
      }
    }
    return holders;
  }

  /** The pull requests that are closed and carry it still. */
  public SortedSet<PreviewId> left() {
    SortedSet<PreviewId> left = new TreeSet<>();
    for (App app : platform.apps()) {
      for (PullRequestNumber number :
          ForgeException.required(() -> forge.closedWith(app.repository(), label()))) {
        left.add(new PreviewId(app.name(), number));
      }
    }
    return left;
  }

  /** All open pull requests. One that moved between two pages while we read is on neither. */
  private List<ListedPullRequest> wholeList(App app) throws ForgeException {
    OpenPullRequests list = forge.listOpen(app.repository());
    for (int again = 1; !list.complete(); again++) {
      if (again == READS) {
        throw Fault.REMOTE.error(
            "list-incomplete",
            "the open pull requests of `" + app.repository() + "` changed while they were read",
            "run the command again");
      }
      list = forge.listOpen(app.repository());
    }
    return list.items();
  }

  /**
   * Sets the label when admitted and removes it when not. Afterwards everything is read again: the
   * limit may have been passed meanwhile, and the pull request may have been closed or pushed to.
   *
   * @param judge asks about the pull request anew, with these holders of a place
   * @return the verdict that holds in the end
   */
  public Verdict apply(Verdict verdict, App app, Function<SortedSet<PreviewId>, Verdict> judge) {
    PreviewId id = verdict.candidate().id();
    if (!verdict.admitted()) {
      // An answer that nobody could give takes no preview away.
      if (verdict.isRefused()) {
        remove(id, app);
      }
      return verdict;
    }
    ForgeException.done(() -> forge.addLabel(app.repository(), id.number(), label()));
    SortedSet<PreviewId> now = holders();
    now.add(id);
    withdrawTooMany(now);
    Verdict after = judge.apply(now);
    if (!after.admitted()) {
      remove(id, app);
    }
    return after;
  }

  /**
   * Takes the label off the highest numbers while more carry it than may.
   *
   * @param now the holders; those that lost the label are taken out
   * @return those that lost it
   */
  List<PreviewId> withdrawTooMany(SortedSet<PreviewId> now) {
    int most = platform.admission().limit();
    List<PreviewId> tooMany =
        now.stream().sorted(LAST_FIRST).limit(Math.max(0, now.size() - most)).toList();
    for (PreviewId other : tooMany) {
      platform.app(other.app()).ifPresent(owner -> remove(other, owner));
      now.remove(other);
    }
    return tooMany;
  }

  /** Takes the label off; done as well when it was not there. */
  public void remove(PreviewId id, App app) {
    ForgeException.done(() -> forge.removeLabel(app.repository(), id.number(), label()));
  }

  private String label() {
    return platform.admission().admittedLabel();
  }
}
