package dev.mayfly.git;

import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.Exchange.Extent;
import dev.mayfly.preview.CommitSha;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * A repository somewhere else, read and written without a checkout. Reads are retried, writes are
 * judged by what the refs are afterwards. Not for use by several threads at once.
 */
public final class RemoteRepository implements AutoCloseable {
  private final RetriedReads reads;
  private final Exchange exchange;
  private final TreePath folder;

  private RemoteRepository(RetriedReads reads, TreePath folder) {
    this.reads = reads;
    this.exchange = reads.exchange();
    this.folder = folder;
  }

  /**
   * Makes ready to speak to the remote; connects on first use.
   *
   * @param parent a folder of this machine for a temporary repository, removed by {@link #close}
   */
  public static RemoteRepository open(
      RemoteUrl remote, RemoteAccess access, Path parent, Retry retry) {
    try {
      Exchange exchange =
          remote.kind() == RemoteUrl.Kind.LOCAL
              ? new DiskExchange(remote, parent)
              : new WireExchange(remote, access, parent);
      RetriedReads reads = new RetriedReads(remote, access, exchange, retry);
      return new RemoteRepository(reads, TreePath.ROOT);
    } catch (IOException e) {
      throw new RemoteFailure(remote, access, 0, e).problem(1);
    }
  }

  /**
   * The same repository seen from one of its folders: paths that are read and written are relative
   * to it, refs are those of the whole. Only one of the two needs to be closed.
   */
  public RemoteRepository below(TreePath below) {
    return new RemoteRepository(reads, folder.join(below));
  }

  /** The folder that paths are relative to; the root unless {@link #below} chose another. */
  public TreePath folder() {
    return folder;
  }

  public RemoteUrl url() {
    return reads.remote();
  }

  Retry retry() {
    return reads.retry();
  }

  Repository objects() {
    return exchange.repository();
  }

  /** The refs whose full names begin with this, such as {@code refs/heads/mayfly/}. */
  public SortedMap<RefName, CommitSha> refs(String prefix) {
    return refs(List.of(prefix), ref -> false);
  }

  /**
   * The refs whose full names begin with one of these, all as one answer of the remote has them.
   *
   * @param read those whose commits are going to be read; they come in the same conversation
   */
  public SortedMap<RefName, CommitSha> refs(List<String> prefixes, Predicate<RefName> read) {
    SortedMap<RefName, CommitSha> commits = new TreeMap<>();
    reads
        .run("fetching", () -> exchange.refs(prefixes, read), found -> told(prefixes, found))
        .forEach((ref, id) -> commits.put(ref, new CommitSha(id.name())));
    return commits;
  }

  /** Of a whole name what it is, of the others how many there are. */
  private static String told(List<String> prefixes, SortedMap<RefName, ObjectId> found) {
    List<String> told = new ArrayList<>();
    for (String prefix : prefixes) {
      long count = found.keySet().stream().filter(ref -> ref.full().startsWith(prefix)).count();
      Optional<ObjectId> tip = RefName.parse(prefix).map(found::get);
      told.add(prefix + tip.map(id -> " is " + id.name()).orElse(": " + count));
    }
    return String.join(", ", told);
  }

  /**
   * A branch that has to exist, as it is now: its tip and all trees, blobs only as they are read.
   */
  public Snapshot require(RefName branch) {
    return require(branch, refs(List.of(branch.full()), branch::equals));
  }

  /** The same, as an answer has it that came before. */
  public Snapshot require(RefName branch, SortedMap<RefName, CommitSha> refs) {
    return Optional.ofNullable(refs.get(branch))
        .map(this::fetch)
        .orElseThrow(() -> GitProblems.noBranch(url(), branch, refs(Constants.R_HEADS).keySet()));
  }

  /** One commit by its id, whichever branch it is on. */
  public Snapshot fetch(CommitSha commit) {
    ObjectId id = ObjectId.fromString(commit.hex());
    if (!exchange.hasTrees(id)) {
      bringCommit(id);
    }
    return ForeignObjects.read(
        "a commit",
        () -> {
          try {
            return new Snapshot(objects(), missing -> bringBlobs(id, missing), id).below(folder);
          } catch (MissingObjectException | IncorrectObjectTypeException e) {
            throw GitProblems.noCommit(url(), commit.hex());
          }
        });
  }

  private void bringCommit(ObjectId id) {
    try {
      bring(List.of(id), 1, Extent.TREES);
    } catch (ProblemsException e) {
      if (e.getCause() instanceof IOException cause && reads.failure(cause).isMissingObject()) {
        throw GitProblems.noCommit(url(), id.name());
      }
      throw e;
    }
  }

  /** Whether more history can be asked for without the files of every commit. */
  boolean hasCheapHistory() {
    return exchange instanceof WireExchange wire && wire.hasFilters();
  }

  void bring(Collection<ObjectId> commits, int depth, Extent extent) {
    reads.run(
        "fetching",
        () -> {
          exchange.fetch(commits, depth, extent);
          return commits;
        },
        got -> "commits: " + got.size());
  }

  /** Exactly these blobs where the server gives out any object, else the whole commit. */
  private void bringBlobs(ObjectId commit, Collection<ObjectId> missing) {
    try {
      reads.objects(missing);
    } catch (IOException e) {
      bring(List.of(commit), 1, Extent.EVERYTHING);
    }
  }

  /** The commit that these edits make of the snapshot; empty when they change nothing. */
  public Optional<CommitSha> commit(Snapshot base, List<TreeEdit> edits, CommitText text) {
    List<TreeEdit> whole = edits.stream().map(edit -> edit.in(base.folder())).toList();
    return ForeignObjects.read(
        "a tree",
        () -> new CommitWriter(objects(), reads.access().signing()).write(base, whole, text));
  }

  /** Moves refs, all or none; what came of it is found by reading them again. */
  public PushOutcome push(List<RefChange> changes) {
    return new Pusher(reads).push(changes);
  }

  @Override
  public void close() {
    exchange.close();
  }
}
