package dev.mayfly.git;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A real sshd on a high loopback port, with keys and configuration of its own. */
final class SshServer implements AutoCloseable {
  private static final Path SSHD = Path.of("/usr/sbin/sshd");

  private final Path directory;
  private final Process process;
  private final int port;

  private SshServer(Path directory, Process process, int port) {
    this.directory = directory;
    this.process = process;
    this.port = port;
  }

  static SshServer start(Path directory) throws IOException, InterruptedException {
    Assumptions.assumeTrue(
        Files.isExecutable(SSHD), "sshd is not installed; cli/packaging/test-servers.sh does it");
    Files.createDirectories(directory);
    key(directory.resolve("host"));
    key(directory.resolve("user"));
    key(directory.resolve("stranger"));
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    Files.copy(directory.resolve("user.pub"), directory.resolve("authorized"));
    // Bash reads the developer's .bashrc where it is the first shell of a session.
    Files.writeString(
        directory.resolve("sshd_config"),
        """
        Port %d
        ListenAddress 127.0.0.1
        HostKey %s
        AuthorizedKeysFile %s
        PidFile none
        StrictModes no
        UsePAM no
        PasswordAuthentication no
        PermitRootLogin yes
        AcceptEnv GIT_PROTOCOL
        SetEnv SHLVL=2
        """
            .formatted(port, directory.resolve("host"), directory.resolve("authorized")));
    // Without it sshd refuses to start; its package makes it only when the service starts.
    Path separation = Path.of("/run/sshd");
    Assumptions.assumeTrue(
        Files.isDirectory(separation) || separation.toFile().mkdirs(),
        "sshd needs /run/sshd, which only root can make");
    Process process =
        new ProcessBuilder(
                SSHD.toString(), "-D", "-e", "-f", directory.resolve("sshd_config").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("log").toFile())
            .start();
    SshServer server = new SshServer(directory, process, port);
    server.awaitStart();
    return server;
  }

  private void awaitStart() throws InterruptedException, IOException {
    for (int i = 0; i < 200; i++) {
      try (Socket probe = new Socket(InetAddress.getLoopbackAddress(), port)) {
        if (probe.isConnected()) {
          return;
        }
      } catch (IOException e) {
        Thread.sleep(25);
      }
    }
    throw new IllegalStateException(Files.readString(directory.resolve("log")));
  }

  private static void key(Path file) throws IOException, InterruptedException {
    List<String> command =
        List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", file.toString());
    if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
      throw new IllegalStateException("ssh-keygen failed");
    }
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  RemoteUrl url(Path repository) {
    return RemoteUrl.parse(
        "ssh://" + System.getProperty("user.name") + "@127.0.0.1:" + port + repository);
  }

  /** Known hosts that list this server under the key of that name. */
  Path knownHosts(String key) throws IOException {
    Path file = directory.resolve("known_" + key);
    String[] parts = Files.readString(directory.resolve(key + ".pub")).split(" ");
    Files.writeString(file, "[127.0.0.1]:%d %s %s\n".formatted(port, parts[0], parts[1]));
    return file;
  }

  Path key(String name) {
    return directory.resolve(name);
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
