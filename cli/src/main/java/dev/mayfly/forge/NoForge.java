package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Plain Git without a forge: every question and every wish is answered by saying so. */
public final class NoForge implements Forge {
  @Override
  public RemotePullRequest read(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    throw none("read a pull request");
  }

  @Override
  public PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    throw none("read a pull request");
  }

  @Override
  public OpenPullRequests listOpen(RepositoryName repository) throws ForgeException {
    throw none("list pull requests");
  }

  @Override
  public List<LabelledPullRequest> list(RepositoryName repository, boolean closed)
      throws ForgeException {
    throw none("list pull requests");
  }

  @Override
  public SortedSet<PullRequestNumber> closedWith(RepositoryName repository, String label)
      throws ForgeException {
    throw none("list pull requests");
  }

  @Override
  public ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException {
    throw none("list changed files");
  }

  @Override
  public RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException {
    throw none("look up what a user may do");
  }

  @Override
  public boolean isMember(String group, String user) throws ForgeException {
    throw none("look up who belongs to a group");
  }

  @Override
  public LabelTiming labelTiming(RemotePullRequest pullRequest, String label)
      throws ForgeException {
    throw none("look up when a label was set");
  }

  @Override
  public void addLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    throw none("set a label");
  }

  @Override
  public void removeLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException {
    throw none("remove a label");
  }

  @Override
  public Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException {
    throw none("find a pull request");
  }

  @Override
  public Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException {
    throw none("find a pull request");
  }

  @Override
  public List<Change> mergedLately(RepositoryName repository, String base) throws ForgeException {
    throw none("look up pull requests");
  }

  @Override
  public Proposal propose(RepositoryName repository, ChangeRequest request) throws ForgeException {
    throw none("open a pull request");
  }

  @Override
  public void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException {
    throw none("close a pull request");
  }

  @Override
  public AutoMerge requestAutoMerge(RepositoryName repository, Change change)
      throws ForgeException {
    throw none("merge a pull request");
  }

  @Override
  public Optional<String> comment(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException {
    throw none("comment on a pull request");
  }

  @Override
  public Deployment report(ReportedPreview preview, Deployment wanted) throws ForgeException {
    throw none("report a deployment");
  }

  @Override
  public Optional<Deployment> deployment(
      RepositoryName repository, CommitSha commit, String environment) throws ForgeException {
    throw none("look up a deployment");
  }

  private static ForgeException none(String wish) {
    return ForgeException.of(
        ForgeException.Kind.NO_FORGE, "there is no forge to " + wish + " (`forge.kind: none`)");
  }
}
