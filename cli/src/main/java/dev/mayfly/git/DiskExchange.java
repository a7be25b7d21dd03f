package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.BatchRefUpdate;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryBuilder;
import org.eclipse.jgit.lib.RepositoryCache;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.util.FS;

/**
 * A remote on this disk. It is opened, not spoken to: what it holds is borrowed (Git's alternates),
 * a push adds the few new objects and swaps the refs under their locks. Git would run the server's
 * hooks here; no child process is ever started, so a repository with a hook that decides about
 * pushes is refused.
 */
final class DiskExchange implements Exchange {
  private static final List<String> DECIDING_HOOKS =
      List.of("pre-receive", "update", "proc-receive", "reference-transaction");

  private final Repository remote;
  private final ScratchRepository scratch;

  DiskExchange(RemoteUrl url, Path parent) throws IOException {
    HermeticSystem.install();
    File directory = RepositoryCache.FileKey.resolve(new File(url.text()), FS.DETECTED);
    if (directory == null) {
      throw Fault.REMOTE.error("repository-missing", "`" + url + "` is not a Git repository", "");
    }
    this.remote =
        new RepositoryBuilder().setGitDir(directory.getAbsoluteFile()).setMustExist(true).build();
    ObjectFormat.requireSha1(remote);
    this.scratch =
        ScratchRepository.create(
            parent,
            Optional.of(remote.getCommonDirectory().toPath().resolve("objects").toRealPath()));
  }

  @Override
  public Repository repository() {
    return scratch.repository();
  }

  @Override
  public SortedMap<RefName, ObjectId> refs(Collection<String> prefixes, Predicate<RefName> wanted)
      throws IOException {
    SortedMap<RefName, ObjectId> found = new TreeMap<>();
    for (Ref ref : remote.getRefDatabase().getRefsByPrefix(prefixes.toArray(String[]::new))) {
      if (ref.getObjectId() != null) {
        RefName.parse(ref.getName()).ifPresent(name -> found.put(name, ref.getObjectId()));
      }
    }
    return found;
  }

  @Override
  public void fetch(Collection<ObjectId> commits, int depth, Extent extent) throws IOException {
    fetchObjects(commits);
  }

  /** Everything is there already, or nowhere. */
  @Override
  public void fetchObjects(Collection<ObjectId> objects) throws IOException {
    try (ObjectReader reader = repository().newObjectReader()) {
      for (ObjectId id : objects) {
        reader.open(id);
      }
    }
  }

  @Override
  public PushOutcome push(List<RefChange> changes) throws IOException {
    for (String hook : DECIDING_HOOKS) {
      if (Files.isExecutable(remote.getCommonDirectory().toPath().resolve("hooks").resolve(hook))) {
        return new PushOutcome.Refused(
            "its `" + hook + "` hook cannot be run here; push through a server");
      }
    }
    for (RefChange change : changes) {
      if (!remote.isBare() && change.ref().full().equals(remote.getFullBranch())) {
        return new PushOutcome.Refused("`" + change.ref().shortName() + "` is checked out there");
      }
      Ref now = remote.exactRef(change.ref().full());
      if (!change.expectedId().equals(now == null ? ObjectId.zeroId() : now.getObjectId())) {
        return new PushOutcome.Refused("");
      }
    }
    copyNewObjects();
    BatchRefUpdate batch = remote.getRefDatabase().newBatchUpdate();
    batch.setAtomic(true).setAllowNonFastForwards(true).disableRefLog();
    for (RefChange change : changes) {
      batch.addCommand(
          new ReceiveCommand(change.expectedId(), change.wantedId(), change.ref().full()));
    }
    try (RevWalk walk = new RevWalk(remote)) {
      batch.execute(walk, NullProgressMonitor.INSTANCE);
    }
    boolean accepted =
        batch.getCommands().stream().allMatch(c -> c.getResult() == ReceiveCommand.Result.OK);
    return accepted ? new PushOutcome.Landed() : new PushOutcome.Refused(reasons(batch, changes));
  }

  /** A lock that a killed writer left is named: only a person can tell that nobody holds it. */
  private String reasons(BatchRefUpdate batch, List<RefChange> changes) {
    Path folder = remote.getCommonDirectory().toPath();
    Optional<String> lock =
        Stream.concat(changes.stream().map(change -> change.ref().full()), Stream.of("packed-refs"))
            .map(name -> name + ".lock")
            .filter(name -> Files.exists(folder.resolve(name)))
            .findFirst();
    return lock.map(name -> "`" + name + "` is there; if nobody writes to it now, remove that file")
        .orElseGet(() ->
            batch.getCommands().stream()
                .map(command -> Optional.ofNullable(command.getMessage()).orElse(""))
                .collect(Collectors.joining(" ")));
  }

  /** What an edit made lies loose in the scratch repository; borrowed objects do not. */
  private void copyNewObjects() throws IOException {
    try (ObjectReader reader = repository().newObjectReader();
        ObjectInserter inserter = remote.newObjectInserter()) {
      for (ObjectId id : looseObjects()) {
        ObjectLoader loader = reader.open(id);
        inserter.insert(loader.getType(), loader.getCachedBytes(Integer.MAX_VALUE));
      }
      inserter.flush();
    }
  }

  private List<ObjectId> looseObjects() throws IOException {
    Path objects = scratch.directory().resolve("objects");
    try (Stream<Path> files = Files.walk(objects, 2)) {
      return files
          .map(file -> objects.relativize(file).toString().replace(File.separator, ""))
          .filter(ObjectId::isId)
          .sorted()
          .map(ObjectId::fromString)
          .toList();
    }
  }

  @Override
  public void close() {
    scratch.close();
    remote.close();
  }
}
