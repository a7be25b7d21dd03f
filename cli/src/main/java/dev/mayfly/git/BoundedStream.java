package dev.mayfly.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;

/** An answer that may neither be endless nor trickle for ever. */
final class BoundedStream extends FilterInputStream {
  private final InstantSource clock;
  private final Instant deadline;
  private long left;

  BoundedStream(InputStream in, long bytes, InstantSource clock, Instant deadline) {
    super(in);
    this.clock = clock;
    this.deadline = deadline;
    this.left = bytes;
  }

  @Override
  public int read() throws IOException {
    check();
    int read = super.read();
    left -= read < 0 ? 0 : 1;
    return read;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    check();
    int read = super.read(buffer, offset, length);
    left -= Math.max(read, 0);
    return read;
  }

  private void check() throws IOException {
    if (left < 0) {
      throw new IOException("the answer is too large");
    }
    if (clock.instant().isAfter(deadline)) {
      throw new IOException("the answer takes too long");
    }
  }
}
