package dev.mayfly.forge;

import dev.mayfly.http.OriginClient;
import dev.mayfly.http.Request;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keeps one comment up to date without ever writing it twice; the same for every forge. */
final class CommentWriter {
  private final Api api;
  private final ForgeClient client;
  private @Nullable Identity identity;

  /** A comment that carries our marker, and the id and the name of who wrote it. */
  record Marked(String id, String text, String author, String login) {}

  /**
   * Who we are, as far as the forge tells.
   *
   * @param certain false where it does not tell, and only an answer to a write can
   */
  record Identity(Predicate<Marked> ours, boolean certain) {}

  /** What the comments of one forge are called, and where they are. */
  interface Api {
    /** Where those of a pull request are listed and made. */
    String comments(RepositoryName repository, PullRequestNumber number);

    /** All of them. */
    Pages pages(RepositoryName repository, PullRequestNumber number) throws ForgeException;

    Marked read(ApiFields comment) throws ForgeException;

    /** Where one of them is changed. */
    String comment(RepositoryName repository, PullRequestNumber number, String id);

    /** The method that changes one. */
    String change();

    Identity identity() throws ForgeException;
  }

  CommentWriter(Api api, ForgeClient client) {
    this.api = api;
    this.client = client;
  }

  /**
   * Writes it where it is not written.
   *
   * @return who else wrote one that says otherwise
   */
  Optional<String> put(RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    Identity identity = identity();
    for (int attempt = 1; ; attempt++) {
      List<Marked> marked = marked(repository, number, comment);
      List<Marked> own = new ArrayList<>(marked.stream().filter(identity.ours()).toList());
      if (!own.isEmpty()) {
        settle(repository, number, comment, own);
        return other(marked, identity.ours(), comment);
      }
      boolean mayBeOurs = !identity.certain() && !marked.isEmpty();
      if (comment.onlyUpdate() && (!mayBeOurs || isSaid(marked, comment))) {
        return other(marked, one -> mayBeOurs, comment);
      }
      try {
        Request create = Request.create(api.comments(repository, number), body(comment));
        Marked made = api.read(client.send(create).object());
        if (mayBeOurs) {
          settleWith(made, marked, repository, number, comment);
        }
        return other(marked, one -> one.author().equals(made.author()), comment);
      } catch (ForgeException e) {
        if (!e.isUnsettled() || attempt >= OriginClient.ATTEMPTS) {
          throw e;
        }
        client.backOff(attempt);
      }
    }
  }

  /** Comments with the marker, whoever wrote them, oldest first. */
  private List<Marked> marked(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    List<Marked> found = new ArrayList<>();
    for (ApiFields fields : api.pages(repository, number).items()) {
      if (comment.marks(fields.text("body"))) {
        found.add(api.read(fields));
      }
    }
    found.sort(Comparator.comparingLong(one -> Long.parseLong(one.id())));
    return found;
  }

  private static Tree body(StickyComment comment) {
    return new Tree.Mapping().put("body", comment.text());
  }

  /** Only its author may change a comment, so that a token that took turns leaves one behind. */
  private static Optional<String> other(
      List<Marked> marked, Predicate<Marked> ours, StickyComment comment) {
    return marked.stream()
        .filter(ours.negate())
        .filter(one -> !Change.sameText(one.text(), comment.text()))
        .map(one -> one.login().isEmpty() ? one.author() : one.login())
        .findFirst();
  }

  /** To find out whose comment it is would tell people twice what is true already. */
  private static boolean isSaid(List<Marked> marked, StickyComment comment) {
    return marked.stream().anyMatch(one -> Change.sameText(one.text(), comment.text()));
  }

  /** Asked once: it stays the same while this object lives. */
  private synchronized Identity identity() throws ForgeException {
    if (identity == null) {
      identity = api.identity();
    }
    return identity;
  }

  /** Who we are is known now: the author of what we just wrote. */
  private void settleWith(
      Marked made,
      List<Marked> marked,
      RepositoryName repository,
      PullRequestNumber number,
      StickyComment comment)
      throws ForgeException {
    List<Marked> own = new ArrayList<>();
    if (!made.author().isEmpty()) {
      know(made.author());
      marked.stream().filter(one -> one.author().equals(made.author())).forEach(own::add);
    }
    own.add(made);
    settle(repository, number, comment, own);
  }

  private synchronized void know(String author) {
    identity = new Identity(comment -> comment.author().equals(author), true);
  }

  /** The oldest stays where readers know it; two runs at once may have written more. */
  private void settle(
      RepositoryName repository, PullRequestNumber number, StickyComment comment, List<Marked> own)
      throws ForgeException {
    Marked oldest = own.removeFirst();
    if (!Change.sameText(oldest.text(), comment.text())) {
      String place = api.comment(repository, number, oldest.id());
      client.send(Request.set(api.change(), place, body(comment)));
    }
    for (Marked extra : own) {
      try {
        client.send(Request.delete(api.comment(repository, number, extra.id())));
      } catch (ForgeException e) {
        if (e.kind() != ForgeException.Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
  }
}
