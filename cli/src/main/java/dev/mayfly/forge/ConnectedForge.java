package dev.mayfly.forge;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/** What is done in one way at every forge that is there, over the plain writes of each. */
abstract sealed class ConnectedForge implements Forge permits PullsForge, GitLabForge {
  final ForgeClient client;
  final Members members = new Members();
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
}
