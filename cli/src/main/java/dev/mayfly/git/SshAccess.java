package dev.mayfly.git;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What an SSH connection may use. A host that {@code knownHosts} does not list is refused; nothing
 * is ever learned on first sight.
 *
 * @param identity a private key without passphrase; one with a passphrase belongs into an agent
 * @param agentSocket the socket of a running agent
 */
public record SshAccess(Path knownHosts, Optional<Path> identity, Optional<Path> agentSocket) {}
