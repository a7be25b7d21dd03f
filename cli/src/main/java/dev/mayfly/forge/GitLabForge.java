package dev.mayfly.forge;

import dev.mayfly.http.Endpoint;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.PercentEncoding;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** GitLab, whose pull requests are merge requests. */
public final class GitLabForge extends ConnectedForge {
  /**
   * GitLab docs, "Diff limits": the most files a merge request shows, unless an admin raised it.
   */
  private static final int MOST_FILES = 1000;

  private final GitLabApi api;
  private final GitLabWriter writer;

  public GitLabForge(Endpoint web, HttpAccess http) {
    ForgeClient client =
        new ForgeClient(http, web.at(web.below("/api/v4")), "application/json", "per_page=100");
    GitLabWriter writer = new GitLabWriter(client, web.url());
    super(client, writer, writer, writer);
    this.api = new GitLabApi(client);
    this.writer = writer;
  }

  @Override
  public RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return api.read(repository, number);
  }

  @Override
  public PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    return GitLabApi.state(client.get(GitLabApi.merge(repository, number)).object());
  }

  @Override
  public OpenPullRequests listOpen(RepositoryName repository) throws ForgeException {
    Pages pages = Pages.all(client, GitLabApi.merges(repository) + "?state=opened", "iid");
    List<ListedPullRequest> items = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      ListedPullRequest.read(fields, repository, "iid", "sha").ifPresent(items::add);
    }
    return new OpenPullRequests(items, pages.complete() && items.size() == pages.items().size());
  }

  @Override
  public List<LabelledPullRequest> list(RepositoryName repository, boolean closed)
      throws ForgeException {
    String state = closed ? "all" : "opened";
    Pages pages = Pages.all(client, GitLabApi.merges(repository) + "?state=" + state, "iid");
    List<LabelledPullRequest> all = new ArrayList<>();
    for (ApiFields fields : pages.items()) {
      PullRequest pull = GitLabApi.request(repository, fields, Optional.empty()).pullRequest();
      all.add(new LabelledPullRequest(pull, fields.namesInOrder("labels")));
    }
    return LabelledPullRequest.whole(all, pages);
  }

  @Override
  public SortedSet<PullRequestNumber> closedWith(RepositoryName repository, String label)
      throws ForgeException {
    SortedSet<PullRequestNumber> found = new TreeSet<>();
    for (String state : List.of("closed", "merged")) {
      String query = "?state=" + state + "&labels=" + PercentEncoding.encode(label);
      for (ApiFields fields :
          Pages.all(client, GitLabApi.merges(repository) + query, "iid").items()) {
        if (fields.names("labels").contains(label)) {
          fields.numberIfProper("iid").ifPresent(found::add);
        }
      }
    }
    return found;
  }

  @Override
  public ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    String diffs = GitLabApi.merge(repository, number) + "/diffs";
    return ChangedFiles.read(client, diffs, "new_path", "old_path", MOST_FILES);
  }

  @Override
  public RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    return api.accessOf(repository, user);
  }

  @Override
  boolean belongs(String group, String user) throws ForgeException {
    return api.isMember(group, user);
  }

  @Override
  public LabelTiming labelTiming(RemotePullRequest pullRequest, String label)
      throws ForgeException {
    return api.timing(pullRequest.pullRequest(), label);
  }

  /** GitLab makes a label that the project does not have yet. */
  @Override
  public void addLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    writer.put(repository, number, new Tree.Mapping().put("add_labels", label));
  }

  @Override
  public void removeLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    writer.put(repository, number, new Tree.Mapping().put("remove_labels", label));
  }

  @Override
  public Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException {
    return writer.find(repository, branch, base);
  }

  @Override
  public Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    return writer.declined(repository, branch, base);
  }

  @Override
  public List<Change> mergedLately(RepositoryName repository, String base) throws ForgeException {
    return writer.merged(repository, base);
  }

  @Override
  public Deployment report(ReportedPreview preview, Deployment wanted) throws ForgeException {
    return new DeploymentWrites(client).gitLab(preview, wanted);
  }

  @Override
  public Optional<Deployment> deployment(
      RepositoryName repository, CommitSha commit, String environment) throws ForgeException {
    return new DeploymentReads(client).gitLab(repository, commit, environment);
  }
}
