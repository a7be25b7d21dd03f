package dev.mayfly.forge;

import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/**
 * Where pull requests live. Reads tell what is so now; writes say how things shall be and do
 * nothing where they are so already, so that every one may be repeated after a crash.
 */
public sealed interface Forge permits ConnectedForge, NoForge {
  /** One pull request, the only proof of whether it is open. */
  RemotePullRequest read(RepositoryName repository, PullRequestNumber number) throws ForgeException;

  /** Whether it is open, for one whose other fields may not be settled yet. */
  PullRequest.State stateOf(RepositoryName repository, PullRequestNumber number)
      throws ForgeException;

  /** All pages of the open pull requests; a page that fails fails the list. */
  OpenPullRequests listOpen(RepositoryName repository) throws ForgeException;

  /**
   * The pull requests with all that a list says of them.
   *
   * @param closed whether those that are closed and merged are asked for too
   */
  List<LabelledPullRequest> list(RepositoryName repository, boolean closed) throws ForgeException;

  /** The numbers of pull requests that are closed, merged or not, and carry a label. */
  SortedSet<PullRequestNumber> closedWith(RepositoryName repository, String label)
      throws ForgeException;

  ChangedFiles changedFiles(RepositoryName repository, PullRequestNumber number)
      throws ForgeException;

  /** What a user may do in a repository. */
  RepositoryAccess accessOf(RepositoryName repository, String user) throws ForgeException;

  /**
   * Whether a user is a member of an organization, or of one of its teams where the name has a
   * slash; of GitLab, of a group. Remembered for as long as this object lives.
   */
  boolean isMember(String group, String user) throws ForgeException;

  LabelTiming labelTiming(RemotePullRequest pullRequest, String label) throws ForgeException;

  void addLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException;

  /** Done as well when the label was not there. */
  void removeLabel(RepositoryName repository, PullRequestNumber number, String label)
      throws ForgeException;

  /** The open pull request from one branch of this repository into another. */
  Optional<Change> findChange(RepositoryName repository, String branch, String base)
      throws ForgeException;

  /**
   * The newest pull request from one branch into another, when people closed it without a merge.
   * Empty when it is open or merged, or there was none among those that changed lately.
   */
  Optional<Change> declined(RepositoryName repository, String branch, String base)
      throws ForgeException;

  /**
   * Pull requests from branches of this repository into another that were merged, of the fifty that
   * changed last.
   */
  List<Change> mergedLately(RepositoryName repository, String base) throws ForgeException;

  /** Opens the pull request, or brings the one that is open up to date. */
  Proposal propose(RepositoryName repository, ChangeRequest request) throws ForgeException;

  /**
   * Closes a change of our own without merging and says in its body that it was us, so that nobody
   * takes it for a person's no; done as well when it was closed or merged meanwhile.
   */
  void withdraw(RepositoryName repository, PullRequestNumber number, String body)
      throws ForgeException;

  AutoMerge requestAutoMerge(RepositoryName repository, Change change) throws ForgeException;

  /**
   * Writes the comment, or changes the one that is there.
   *
   * @return the name of somebody else whose comment passes for this one and says otherwise
   */
  Optional<String> comment(
      RepositoryName repository, PullRequestNumber number, StickyComment comment)
      throws ForgeException;

  /**
   * Reports how it stands with a preview, unless what stands there says more.
   *
   * @return what stands there now
   */
  Deployment report(ReportedPreview preview, Deployment wanted) throws ForgeException;

  /** What was reported of an environment at this commit; empty where nothing was. */
  Optional<Deployment> deployment(RepositoryName repository, CommitSha commit, String environment)
      throws ForgeException;
}
