package dev.mayfly.git;

import java.io.IOException;
import java.time.Instant;

/** Reads from a remote again while it may answer a moment later, and says why when it does not. */
record PatientReads(RemoteUrl remote, RemoteAccess access, Exchange exchange, Retry retry) {

  <T> T run(ForeignObjects.Reading<T> reading) {
    Instant start = retry.now();
    for (int attempt = 1; ; attempt++) {
      try {
        return ForeignObjects.run(reading);
      } catch (IOException e) {
        RemoteFailure failure = failure(e);
        if (!failure.mayPass() || !retry.backOff(attempt, start)) {
          throw failure.problem(attempt);
        }
      }
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
