package dev.mayfly.forge;

import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** What GitHub and Gitea answer alike, see {@link PullsApi}. */
abstract sealed class PullsForge extends ConnectedForge permits GitHubForge, GiteaForge {
  final PullsWriter writer;

  PullsForge(PullsWriter writer, Merging.Wishes merges) {
    super(writer.client(), writer, writer, merges);
    this.writer = writer;
  }

  @Override
  public RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    ApiFields answer = client.get(PullsApi.pull(repository, number)).object();
    RemotePullRequest found = PullsApi.pullRequest(repository, answer);
    if (!found.pullRequest().number().equals(number)) {
      throw ForgeException.of(
          ForgeException.Kind.MALFORMED, "asked for #" + number + ", the forge shows another");
    }
    return found;
  }

  @Override
  public PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return PullsApi.state(client.get(PullsApi.pull(repository, number)).object());
  }

  @Override
  public OpenPullRequests listOpen(RepositoryName repository) throws ForgeException {
    Pages pages =
        Pages.all(client, PullsApi.repository(repository) + "/pulls?state=open", "number");
    List<ListedPullRequest> items = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      if (PullsApi.baseOf(fields).equals(Optional.of(repository))) {
        ListedPullRequest.read(fields, repository, "number", "head", "sha").ifPresent(items::add);
      }
    }
    if (items.isEmpty() && !pages.items().isEmpty()) {
      // One that is of no repository at all is its own problem; all of them are the list's.
      PullsApi.requireOf(repository, pages.items().getFirst());
    }
    return new OpenPullRequests(items, pages.complete() && items.size() == pages.items().size());
  }

  @Override
  public List<LabelledPullRequest> list(RepositoryName repository, boolean closed)
      throws ForgeException {
    String state = closed ? "all" : "open";
    Pages pages =
        Pages.all(client, PullsApi.repository(repository) + "/pulls?state=" + state, "number");
    List<LabelledPullRequest> all = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      all.add(
          new LabelledPullRequest(
              PullsApi.pullRequest(repository, fields).pullRequest(),
              fields.namesInOrder("labels")));
    }
    return LabelledPullRequest.whole(all, pages);
  }

  /** Only lists of issues take a label, and Gitea passes one over that it does not know. */
  @Override
  public SortedSet<PullRequestNumber> closedWith(RepositoryName repository, String label)
      throws ForgeException {
    SortedSet<PullRequestNumber> found = new TreeSet<>();
    String query = "/issues?state=closed&labels=" + PercentEncoding.encode(label);
    for (ApiFields issue :
        Pages.all(client, PullsApi.repository(repository) + query, "number").items()) {
      if (!issue.isNull("pull_request") && issue.names("labels").contains(label)) {
        issue.numberIfProper("number").ifPresent(found::add);
      }
    }
    return found;
  }

  /** GitHub docs, "List pull requests files": never more than 3000. */
  @Override
  public ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    String files = PullsApi.pull(repository, number) + "/files";
    return ChangedFiles.read(client, files, "filename", "previous_filename", 3000);
  }

  @Override
  public RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    String path =
        PullsApi.repository(repository)
            + "/collaborators/"
            + PercentEncoding.encode(user)
            + "/permission";
    try {
      return switch (client.get(path).object().text("permission")) {
        case "admin", "owner", "write" -> RepositoryAccess.WRITE;
        case "read", "none" -> RepositoryAccess.LESS;
        default -> RepositoryAccess.UNKNOWN;
      };
    } catch (ForgeException e) {
      if (e.isHidden()) {
        return RepositoryAccess.UNKNOWN;
      }
      throw e;
    }
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
