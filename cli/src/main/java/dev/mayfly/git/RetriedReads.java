package dev.mayfly.git;

import dev.mayfly.diagnostic.Activity.Step;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.eclipse.jgit.lib.ObjectId;

/** Reads from a remote again while it may answer a moment later, and says why when it does not. */
record RetriedReads(RemoteUrl remote, RemoteAccess access, Exchange exchange, Retry retry) {

  /**
   * Reads until there is an answer.
   *
   * @param verb what is done to the remote meanwhile
   * @param told what of the answer may interest whoever watches
   */
  <T> T run(String verb, ForeignObjects.Reading<T> reading, Function<T, String> told) {
    Instant start = retry.now();
    try (Step step = access.activity().begin(verb, remote.name())) {
      for (int attempt = 1; ; attempt++) {
        try {
          T answer = ForeignObjects.run(reading);
          step.outcome(told.apply(answer));
          return answer;
        } catch (IOException e) {
          RemoteFailure failure = failure(e);
          step.outcome(failure.words());
          if (!failure.mayPass() || !retry.backOff(attempt, start)) {
            throw failure.problem(attempt);
          }
          access.activity().detail("again, after try " + attempt + ": " + failure.words());
        }
      }
    }
  }

  /** Brings single objects; asks once, since there is another way to have them. */
  void objects(Collection<ObjectId> ids) throws IOException {
    try (Step step = access.activity().begin("fetching", remote.name())) {
      ForeignObjects.run(() -> {
        exchange.fetchObjects(ids);
        return ids;
      });
      step.outcome("files: " + ids.size());
    }
  }

  RemoteFailure failure(IOException e) {
    int status =
        switch (exchange) {
          case WireExchange wire -> wire.lastStatus();
          case DiskExchange disk -> 0;
        };
    return new RemoteFailure(remote, access, status, e);
  }
}
