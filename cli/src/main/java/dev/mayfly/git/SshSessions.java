package dev.mayfly.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;

/** SSH without the user's {@code ~/.ssh}: the caller's known hosts, key and agent, nothing else. */
final class SshSessions {
  private SshSessions() {}

  /**
   * @param silence how long the agent may take for one answer
   * @param home an empty directory that stands in for the user's
   */
  static SshdSessionFactory create(SshAccess access, Path home, Duration silence)
      throws IOException {
    Path directory = Files.createDirectories(home.resolve("ssh"));
    Path config = directory.resolve("config");
    // "ask", the default, would leave the answer to whoever answers prompts.
    Files.writeString(config, "Host *\n  StrictHostKeyChecking yes\n");
    return new SshdSessionFactoryBuilder()
        .setHomeDirectory(home.toFile())
        .setSshDirectory(directory.toFile())
        .setConfigFile(ignored -> config.toFile())
        .setDefaultKnownHostsFiles(ignored -> List.of(access.knownHosts()))
        .setDefaultIdentities(ignored -> access.identity().stream().toList())
        .setPreferredAuthentications("publickey")
        .setConnectorFactory(
            access.agentSocket().map(socket -> new AgentSocket(socket, silence)).orElse(null))
        .build(null);
  }
}
