package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dump of a hundred megabytes, of which the last object leaks; whole, cut off, of another. */
class LeaksDumpTest {
  private static final String ELSEWHERE = "https://127.0.0.1/acme/other.git";
  @TempDir Path temp;

  @Test
  void isReadToItsEndOrNotAtAll() throws IOException {
    try (DeliveryWorld world = DeliveryWorld.pushing(temp)) {
      Path dump = world.directory.resolve("dump.json");
      String small =
          ClusterDump.whole().labelled(41, "v1 Namespace", "pr-41-orders", "", "").json();
      write(dump, small);
      assertThat(Files.size(dump)).isGreaterThan(100_000_000L);
      CommandLineRun run = world.run("leaks", "dump.json");
      assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
      assertThat(run.out()).contains("Namespace `pr-41-orders` is").doesNotContain("filler");
      try (FileChannel file = FileChannel.open(dump, StandardOpenOption.WRITE)) {
        file.truncate(90_000_000L);
      }
      CommandLineRun cut = world.run("leaks", "dump.json");
      assertThat(cut.code()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(cut.out()).isEmpty();
      assertThat(cut.err()).contains("error[cut-off]", "ends in the middle of an object");
      write(dump, small.replace("https://127.0.0.1/acme/gitops.git", ELSEWHERE));
      CommandLineRun other = world.run("leaks", "dump.json");
      assertThat(other.code()).isEqualTo(ExitCode.CONFIGURATION);
      assertThat(other.out()).isEmpty();
    }
  }

  /** What a cluster holds besides, before the listing that matters. */
  private static void write(Path dump, String listing) throws IOException {
    String filler =
        "{\"apiVersion\":\"v1\",\"kind\":\"Secret\",\"metadata\":{\"name\":\"filler-%d\","
            + "\"namespace\":\"default\",\"uid\":\"f%d\"},\"data\":{\"a\":\""
            + "x".repeat(1 << 20)
            + "\"}}";
    try (BufferedWriter out = Files.newBufferedWriter(dump)) {
      out.write("{\"apiVersion\":\"v1\",\"items\":[");
      for (int i = 0; i < 100; i++) {
        out.write((i == 0 ? "" : ",") + filler.formatted(i, i));
      }
      out.write("],\"kind\":\"List\"}\n" + listing);
    }
  }
}
