package dev.mayfly.git;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PushResult;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/** A remote that is spoken to, by smart HTTP or SSH, protocol version 2 where the server has it. */
final class WireExchange implements Exchange {
  private static final Set<RemoteRefUpdate.Status> DONE =
      Set.of(
          RemoteRefUpdate.Status.OK,
          RemoteRefUpdate.Status.UP_TO_DATE,
          RemoteRefUpdate.Status.NON_EXISTING);

  /** A prefix that no ref has: version 2 then sends no list at all. */
  private static final List<String> NO_REF = List.of("refs/mayfly-none/");

  private final RemoteAccess access;
  private final ScratchRepository scratch;
  private final Transports transports;
  private boolean filters = true;

  WireExchange(RemoteUrl remote, RemoteAccess access, Path parent) throws IOException {
    this.access = access;
    this.scratch = ScratchRepository.create(parent, Optional.empty());
    this.transports = new Transports(remote, access, scratch);
  }

  @Override
  public Repository repository() {
    return scratch.repository();
  }

  /** The status of the newest HTTP answer; 0 without one. */
  int lastStatus() {
    return transports.lastStatus();
  }

  boolean hasFilters() {
    return filters;
  }

  @Override
  public SortedMap<RefName, ObjectId> refs(Collection<String> prefixes, Predicate<RefName> wanted)
      throws IOException {
    SortedMap<RefName, ObjectId> found = new TreeMap<>();
    converse(
        1,
        Extent.TREES,
        prefixes,
        connection -> {
          found.clear();
          for (Ref ref : connection.getRefs()) {
            ObjectId id = ref.getObjectId();
            if (id != null && prefixes.stream().anyMatch(ref.getName()::startsWith)) {
              access.activity().detail(CleanText.of(ref.getName()) + " is " + id.name());
              RefName.parse(ref.getName()).ifPresent(name -> found.put(name, id));
            }
          }
          return found.entrySet().stream()
              .filter(it -> wanted.test(it.getKey()) && !hasTrees(it.getValue()))
              .map(Map.Entry::getValue)
              .distinct()
              .toList();
        });
    return found;
  }

  @Override
  public void fetch(Collection<ObjectId> commits, int depth, Extent extent) throws IOException {
    converse(depth, extent, NO_REF, connection -> commits);
  }

  /** Any object that is reachable may be asked for, as version 2 servers allow. */
  @Override
  public void fetchObjects(Collection<ObjectId> objects) throws IOException {
    try (Transport transport = transports.open()) {
      take(transport, NO_REF, connection -> objects);
    }
  }

  private void converse(int depth, Extent extent, Collection<String> prefixes, Wants wants)
      throws IOException {
    boolean filtered = filters && extent != Extent.EVERYTHING;
    try (Transport transport = transports.open()) {
      transport.setDepth(extent == Extent.HISTORY && !filtered ? Math.min(depth, 50) : depth);
      if (filtered) {
        String filter = extent == Extent.HISTORY ? "tree:0" : "blob:none";
        transport.setFilterSpec(FilterSpec.fromFilterLine(filter));
      }
      take(transport, prefixes, wants);
    } catch (TransportException e) {
      // What JGit throws, before it sends anything, when the server did not offer filters.
      if (!filtered || !(e.getCause() instanceof PackProtocolException)) {
        throw e;
      }
      filters = false;
      converse(depth, extent, prefixes, wants);
    }
  }

  /** What to ask for, once the refs are known. */
  private interface Wants {
    Collection<ObjectId> given(FetchConnection connection);
  }

  private void take(Transport transport, Collection<String> prefixes, Wants wants)
      throws IOException {
    try (FetchConnection connection =
        transport.openFetch(List.of(), prefixes.toArray(String[]::new))) {
      if (!(connection instanceof BasePackFetchConnection)) {
        throw new TransportException(transport.getURI(), "the server does not speak smart HTTP");
      }
      List<Ref> refs = new ArrayList<>();
      for (ObjectId id : wants.given(connection)) {
        refs.add(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id));
      }
      try {
        if (!refs.isEmpty()) {
          connection.fetch(NullProgressMonitor.INSTANCE, refs, Set.of());
        }
      } finally {
        scratch.settled(connection.getPackLocks());
      }
    }
  }

  @Override
  public PushOutcome push(List<RefChange> changes) throws IOException {
    try (Transport transport = transports.open()) {
      transport.setPushAtomic(changes.size() > 1);
      List<RemoteRefUpdate> updates = new ArrayList<>();
      for (RefChange change : changes) {
        // Forced only in name: with an expected id the server itself compares before it swaps.
        updates.add(
            new RemoteRefUpdate(
                repository(),
                null,
                change.wantedId(),
                change.ref().full(),
                true,
                null,
                change.expectedId()));
      }
      PushResult result = transport.push(NullProgressMonitor.INSTANCE, updates);
      StringBuilder text = new StringBuilder();
      boolean accepted = true;
      for (RemoteRefUpdate update : result.getRemoteUpdates()) {
        accepted &= DONE.contains(update.getStatus());
        text.append(update.getMessage() == null ? "" : update.getMessage() + " ");
      }
      String said = CleanText.of(access.redact(text + result.getMessages()));
      return accepted ? new PushOutcome.Landed() : new PushOutcome.Refused(said);
    } catch (TransportException e) {
      // JGit's own words, said before anything is sent; a server cannot cause them.
      if (String.valueOf(e.getMessage()).contains(JGitText.get().atomicPushNotSupported)) {
        return new PushOutcome.NotAtomic();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    transports.close();
    scratch.close();
  }
}
