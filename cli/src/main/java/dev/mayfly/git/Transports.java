package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.jgit.transport.SshTransport;
import org.eclipse.jgit.transport.TagOpt;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.TransportHttp;
import org.eclipse.jgit.transport.URIish;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import org.jspecify.annotations.Nullable;

/** Opens JGit transports that use what the caller gave and nothing that lies around. */
final class Transports implements AutoCloseable {
  private final RemoteUrl remote;
  private final RemoteAccess access;
  private final ScratchRepository scratch;
  private final HttpConnections http;
  private final @Nullable SshdSessionFactory ssh;

  Transports(RemoteUrl remote, RemoteAccess access, ScratchRepository scratch) throws IOException {
    this.remote = remote;
    this.access = access;
    this.scratch = scratch;
    this.http = new HttpConnections(remote, access);
    this.ssh =
        access.ssh().isPresent()
            ? sessions(access.ssh().get(), scratch.directory(), access.silence())
            : null;
  }

  /**
   * SSH without the user's {@code ~/.ssh}: the caller's known hosts, key and agent, nothing else.
   *
   * @param home an empty directory that stands in for the user's
   * @param silence how long the agent may take for one answer
   */
  private static SshdSessionFactory sessions(SshAccess ssh, Path home, Duration silence)
      throws IOException {
    Path directory = Files.createDirectories(home.resolve("ssh"));
    Path config = directory.resolve("config");
    // "ask", the default, would leave the answer to whoever answers prompts.
    Files.writeString(config, "Host *\n  StrictHostKeyChecking yes\n");
    return new SshdSessionFactoryBuilder()
        .setHomeDirectory(home.toFile())
        .setSshDirectory(directory.toFile())
        .setConfigFile(ignored -> config.toFile())
        .setDefaultKnownHostsFiles(ignored -> List.of(ssh.knownHosts()))
        .setDefaultIdentities(ignored -> ssh.identity().stream().toList())
        .setPreferredAuthentications("publickey")
        .setConnectorFactory(
            ssh.agentSocket().map(socket -> new AgentSocket(socket, silence)).orElse(null))
        .build(null);
  }

  /** The status of the newest HTTP answer; 0 without one. */
  int lastStatus() {
    return http.lastStatus();
  }

  Transport open() throws IOException {
    http.forgetStatus();
    Transport transport;
    try {
      transport = Transport.open(scratch.repository(), new URIish(remote.text()));
    } catch (URISyntaxException e) {
      throw new IOException("the remote's URL cannot be used", e);
    }
    transport.setTimeout((int) Math.max(1, access.silence().toSeconds()));
    transport.setTagOpt(TagOpt.NO_TAGS);
    if (transport instanceof TransportHttp overHttp) {
      overHttp.setHttpConnectionFactory(http);
    } else if (transport instanceof SshTransport overSsh && ssh != null) {
      overSsh.setSshSessionFactory(ssh);
    } else {
      transport.close();
      throw Fault.CONFIGURATION.error(
          "ssh-access",
          "`" + remote + "` needs SSH, and no known hosts were given",
          "give a known hosts file and a key or an agent");
    }
    return transport;
  }

  @Override
  public void close() {
    if (ssh != null) {
      ssh.close();
    }
  }
}
