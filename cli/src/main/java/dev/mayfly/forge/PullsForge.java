package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** What GitHub and Gitea answer alike, see {@link PullsApi}. */
abstract sealed class PullsForge extends ConnectedForge permits GitHubForge, GiteaForge {
  final PullsApi pulls;
  final PullsWriter writer;

  PullsForge(PullsWriter writer, Merging.Wishes merges) {
    super(writer.client(), writer, writer, merges);
    this.pulls = writer.reads();
    this.writer = writer;
  }

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
  public List<LabelledPullRequest> list(RepositoryName repository, boolean closed)
      throws ForgeException {
    return pulls.list(repository, closed);
  }

  /** Only lists of issues take a label, and Gitea passes one over that it does not know. */
  @Override
  public SortedSet<PullRequestNumber> closedWith(RepositoryName repository, String label)
      throws ForgeException {
    SortedSet<PullRequestNumber> found = new TreeSet<>();
    String query = "/issues?state=closed&labels=" + PercentEncoding.encode(label);
    for (ApiFields issue : pulls.pages(PullsApi.repository(repository) + query, "number").items()) {
      if (!issue.isNull("pull_request") && issue.names("labels").contains(label)) {
        issue.numberIfProper("number").ifPresent(found::add);
      }
    }
    return found;
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
  final boolean belongs(String group, String user) throws ForgeException {
    int slash = group.indexOf('/');
    return slash < 0
        ? isInOrganization(group, user)
        : isInTeam(group.substring(0, slash), group.substring(slash + 1), user);
  }

  /**
   * Both answer 204 for a member, and lead who is none itself to the public members, which answer
   * alike (GitHub docs, "Check organization membership for a user"; Gitea, {@code IsMember}).
   */
  private boolean isInOrganization(String organization, String user) throws ForgeException {
    client.get(
        "/orgs/"
            + PercentEncoding.encode(organization)
            + "/members/"
            + PercentEncoding.encode(user));
    return true;
  }

  abstract boolean isInTeam(String organization, String team, String user) throws ForgeException;

  @Override
  public List<Change> mergedLately(RepositoryName repository, String base) throws ForgeException {
    String path = PullsApi.repository(repository) + "/pulls?state=closed" + newestFirst();
    return writer.merged(repository, Pages.read(client, path, "number", 1).items(), base);
  }

  /** The query that makes a first page of the fifty which changed last. */
  abstract String newestFirst();
}
