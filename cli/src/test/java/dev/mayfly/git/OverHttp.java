package dev.mayfly.git;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A small GitOps repository behind {@code git http-backend}. */
abstract class OverHttp {
  @TempDir Path temp;
  GitCommand git;
  GitServer server;

  @BeforeEach
  void serve() {
    git = GitCommand.bare(temp.resolve("gitops.git"));
    git.commit(
        "main",
        new TreeMap<>(
            Map.of(
                "mayfly.yaml", "kind: PreviewPlatform\n",
                "big.bin", "x".repeat(100_000),
                "previews/orders/pr-8/preview.yaml", "eight\n")));
    server = GitServer.serving(temp);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  final RemoteRepository open() {
    return Deliveries.open(server.url("gitops.git"), temp);
  }
}
