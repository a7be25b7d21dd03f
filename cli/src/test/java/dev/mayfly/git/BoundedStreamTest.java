package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** An answer ends with its bytes and with its time. */
class BoundedStreamTest {
  private static final Instant NOW = Instant.EPOCH.plusSeconds(10);

  @Test
  void allBytesThatAreAllowedCanBeRead() throws IOException {
    try (BoundedStream stream = stream(3, 3, NOW)) {
      assertThat(stream.readAllBytes()).hasSize(3);
      assertThat(stream.read()).isEqualTo(-1);
      assertThat(stream.read(new byte[1], 0, 1)).isEqualTo(-1);
    }
    try (BoundedStream stream = stream(3, 3, NOW)) {
      assertThat(new int[] {stream.read(), stream.read(), stream.read(), stream.read()})
          .containsExactly(1, 1, 1, -1);
    }
  }

  @Test
  void oneMoreEndsIt() throws IOException {
    try (BoundedStream stream = stream(4, 3, NOW)) {
      assertThat(stream.read(new byte[8], 0, 8)).isEqualTo(4);
      assertThatThrownBy(() -> stream.read(new byte[1], 0, 1)).hasMessageContaining("too large");
      assertThatThrownBy(stream::read).hasMessageContaining("too large");
    }
    try (BoundedStream stream = stream(4, 1, NOW)) {
      stream.read();
      stream.read();
      assertThatThrownBy(stream::read).hasMessageContaining("too large");
    }
  }

  @Test
  void timeEndsIt() throws IOException {
    try (BoundedStream stream = stream(1, 1, NOW.minusMillis(1))) {
      assertThatThrownBy(stream::read).hasMessageContaining("too long");
    }
  }

  private static BoundedStream stream(int bytes, int allowed, Instant deadline) {
    byte[] content = new byte[bytes];
    Arrays.fill(content, (byte) 1);
    return new BoundedStream(
        new ByteArrayInputStream(content), allowed, InstantSource.fixed(NOW), deadline);
  }

  @Test
  void bytesOfNoughtCount() throws IOException {
    byte[] noughts = new byte[3];
    try (BoundedStream stream =
        new BoundedStream(new ByteArrayInputStream(noughts), 1, InstantSource.fixed(NOW), NOW)) {
      stream.read();
      stream.read();
      assertThatThrownBy(stream::read).hasMessageContaining("too large");
    }
  }
}
