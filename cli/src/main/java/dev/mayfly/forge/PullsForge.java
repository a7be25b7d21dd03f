package dev.mayfly.forge;

import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.function.Predicate;

/** What GitHub and Gitea answer alike, see {@link PullsApi}. */
abstract sealed class PullsForge implements Forge permits GitHubForge, GiteaForge {
  final ForgeClient client;
  final PullsApi pulls;
  final PullsWriter writer;
  private final ChangeWriter changes;
  private final CommentWriter comments;

  PullsForge(ForgeAccess access, URI api, String accept, String pageSize, String link) {
    this.client = new ForgeClient(access, api, accept);
    this.pulls = new PullsApi(client, pageSize);
    this.writer = new PullsWriter(client, pulls, new Links(access.url(), link), this::ownComments);
    this.changes = new ChangeWriter(this, writer, client.patience());
    this.comments = new CommentWriter(writer, client.patience());
  }

  /** Tells the comments that we wrote from those of others. */
  abstract Predicate<Fields> ownComments() throws ForgeException;

  @Override
  public RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return pulls.read(repository, number);
  }

  @Override
  public PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return pulls.stateOf(repository, number);
  }

  @Override
  public OpenPullRequests listOpen(RepositoryName repository) throws ForgeException {
    return pulls.listOpen(repository);
  }

  @Override
  public ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return pulls.changedFiles(repository, number);
  }

  @Override
  public RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    return pulls.accessOf(repository, user);
  }

  @Override
  public Proposal propose(RepositoryName repository, ChangeRequest request) throws ForgeException {
    return changes.propose(repository, request);
  }

  @Override
  public void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    writer.withdraw(repository, number, body);
  }

  @Override
  public void comment(RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    comments.put(repository, number, comment);
  }
}
