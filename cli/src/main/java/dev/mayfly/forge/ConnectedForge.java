package dev.mayfly.forge;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What is done in one way at every forge that is there, over the plain writes of each. */
abstract sealed class ConnectedForge implements Forge permits PullsForge, GitLabForge {
  final ForgeClient client;
  private final Map<String, Boolean> memberships = new HashMap<>();
  private final ChangeWriter changes;
  private final CommentWriter comments;
  private final Merging merging;

  ConnectedForge(
      ForgeClient client,
      ChangeWriter.Writes writes,
      CommentWriter.Api comments,
      Merging.Wishes merges) {
    this.client = client;
    this.changes = new ChangeWriter(this, writes, client);
    this.comments = new CommentWriter(comments, client);
    this.merging = new Merging(this, merges, client);
  }

  @Override
  public final Proposal propose(RepositoryName repository, ChangeRequest request)
      throws ForgeException {
    return changes.propose(repository, request);
  }

  @Override
  public final void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    changes.withdraw(repository, number, body);
  }

  @Override
  public final AutoMerge requestAutoMerge(RepositoryName repository, Change change)
      throws ForgeException {
    return merging.request(repository, change);
  }

  @Override
  public final Optional<String> comment(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    return comments.put(repository, number, comment);
  }

  /** Each is asked of the forge once in a run. */
  @Override
  public final synchronized boolean isMember(String group, String user) throws ForgeException {
    String key = (group + " " + user).toLowerCase(Locale.ROOT);
    Boolean known = memberships.get(key);
    if (known != null) {
      return known;
    }
    boolean answer = asksMembership(group, user);
    memberships.put(key, answer);
    return answer;
  }

  private boolean asksMembership(String group, String user) throws ForgeException {
    try {
      return belongs(group, user);
    } catch (ForgeException e) {
      if (e.kind() == ForgeException.Kind.NOT_FOUND) {
        return false;
      }
      throw ForgeException.ofStatus(
          e.kind(), e.status(), "who is in `" + group + "` cannot be told: " + e.getMessage());
    }
  }

  /** Asks whether a user belongs to a group; not found means no. */
  abstract boolean belongs(String group, String user) throws ForgeException;
}
