package dev.mayfly.forge;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;

/** Keeps one comment up to date without ever writing it twice; the same for every forge. */
final class CommentWriter {
  private final Api api;
  private final Patience patience;

  /** A comment that carries our marker and was written by us. */
  record Own(String id, String text) {}

  /** The plain reads and writes of one forge. */
  interface Api {
    /** Own comments with the marker, oldest first. */
    List<Own> own(RepositoryName repository, PullRequestNumber number, StickyComment comment)
        throws ForgeException;

    void create(RepositoryName repository, PullRequestNumber number, String text)
        throws ForgeException;

    void update(RepositoryName repository, PullRequestNumber number, String id, String text)
        throws ForgeException;

    void delete(RepositoryName repository, PullRequestNumber number, String id)
        throws ForgeException;
  }

  CommentWriter(Api api, Patience patience) {
    this.api = api;
    this.patience = patience;
  }

  void put(RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    for (int attempt = 1; ; attempt++) {
      List<Own> own = new ArrayList<>(api.own(repository, number, comment));
      if (!own.isEmpty()) {
        settle(repository, number, comment, own);
        return;
      }
      if (comment.onlyUpdate()) {
        return;
      }
      try {
        api.create(repository, number, comment.text());
        return;
      } catch (ForgeException e) {
        if (!e.isUnsettled() || attempt >= Patience.ATTEMPTS) {
          throw e;
        }
        patience.backOff(attempt);
      }
    }
  }

  /** The oldest stays where readers know it; two runs at once may have written more. */
  private void settle(
      RepositoryName repository, PullRequestNumber number, StickyComment comment, List<Own> own)
      throws ForgeException {
    Own oldest = own.removeFirst();
    if (!Change.sameText(oldest.text(), comment.text())) {
      api.update(repository, number, oldest.id(), comment.text());
    }
    for (Own extra : own) {
      try {
        api.delete(repository, number, extra.id());
      } catch (ForgeException e) {
        if (e.kind() != ForgeException.Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
  }
}
