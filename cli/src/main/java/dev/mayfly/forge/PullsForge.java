package dev.mayfly.forge;

import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.http.Request;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** What GitHub and Gitea answer alike, see {@link PullsApi}. */
abstract sealed class PullsForge implements Forge permits GitHubForge, GiteaForge {
  final ForgeClient client;
  final PullsApi pulls;
  final PullsWriter writer;
  private final ChangeWriter changes;
  private final CommentWriter comments;
  private final Merging merging;
  private final Members members = new Members();

  PullsForge(
      Endpoint web,
      URI api,
      HttpAccess http,
      String accept,
      String pageSize,
      String link,
      Function<ForgeClient, Merging.Wishes> merges) {
    this.client = new ForgeClient(http, web.at(api), accept);
    this.pulls = new PullsApi(client, pageSize);
    this.writer = new PullsWriter(client, pulls, new Links(web.url(), link), this::ownIdentity);
    this.changes = new ChangeWriter(this, writer, client);
    this.comments = new CommentWriter(writer, client);
    this.merging = new Merging(this, merges.apply(client), client);
  }

  /** Tells the comments that we wrote from those of others. */
  abstract CommentWriter.Identity ownIdentity() throws ForgeException;

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
  public boolean isMember(String group, String user) throws ForgeException {
    int slash = group.indexOf('/');
    return members.isMember(
        group,
        user,
        () ->
            slash < 0
                ? isInOrganization(group, user)
                : isInTeam(group.substring(0, slash), group.substring(slash + 1), user));
  }

  /**
   * Both answer 204 for a member, and lead who is none itself to the public members, which answer
   * alike (GitHub docs, "Check organization membership for a user"; Gitea, {@code IsMember}).
   */
  private boolean isInOrganization(String organization, String user) throws ForgeException {
    client.send(
        Request.get(
            "/orgs/"
                + PercentEncoding.encode(organization)
                + "/members/"
                + PercentEncoding.encode(user)));
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
  public AutoMerge requestAutoMerge(RepositoryName repository, Change change)
      throws ForgeException {
    return merging.request(repository, change);
  }

  @Override
  public Optional<String> comment(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    return comments.put(repository, number, comment);
  }
}
