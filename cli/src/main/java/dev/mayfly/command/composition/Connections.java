package dev.mayfly.command.composition;

import dev.mayfly.access.AccessProbe;
import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.UsageErrors;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitSigning;
import dev.mayfly.git.Credentials;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.SshAccess;
import dev.mayfly.http.HttpAccess;
import dev.mayfly.http.HttpAccess.Limits;
import dev.mayfly.http.ProxyRules;
import dev.mayfly.http.Secret;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;

/**
 * Connections as the environment allows them: tokens, keys, proxies and certificate authorities.
 */
public final class Connections {
  public static final String GIT_TOKEN = "MAYFLY_GIT_TOKEN";
  public static final String FORGE_TOKEN = "MAYFLY_FORGE_TOKEN";
  static final String SIGNING_KEY = "MAYFLY_SIGNING_KEY";
  static final String CA_FILE = "MAYFLY_CA_FILE";

  private Connections() {}

  /** The GitOps repository, which the Git token is for. */
  static RemoteAccess gitops(RemoteUrl remote, Console console) {
    RemoteAccess access = git(remote, token(GIT_TOKEN, console.env()), console);
    String key = console.env().getOrDefault(SIGNING_KEY, "");
    return key.isEmpty()
        ? access
        : access.with(signing(console.directory().resolve(key), console.env()));
  }

  /** What a file that cannot be read holds is for whoever signs to say. */
  private static CommitSigning signing(Path key, Map<String, String> env) {
    return OpenPgpSigner.isKey(key)
        ? new CommitSigning.OpenPgp(new OpenPgpSigner(key, env))
        : new CommitSigning.Ssh(key);
  }

  /**
   * The repository of an app: with the forge's token where it is at the forge, else with the Git
   * token where it is at the host of the GitOps repository. No token ever meets a third host.
   */
  static RemoteAccess source(RemoteUrl remote, Platform platform, Console console) {
    Map<String, String> env = console.env();
    String forge = token(FORGE_TOKEN, env);
    String host = remote.host();
    boolean atForge =
        platform.forge().kind() != ForgeSettings.Kind.NONE
            && host.equalsIgnoreCase(URI.create(platform.forge().url()).getHost());
    if (atForge && !forge.isEmpty()) {
      return git(remote, forge, console);
    }
    boolean atGitOps = host.equals(RemoteUrl.parse(platform.gitops().repository()).host());
    return git(remote, atGitOps ? token(GIT_TOKEN, env) : "", console);
  }

  /**
   * What a variable holds; empty where it is not set.
   *
   * @throws ProblemsException (usage) for what no header can carry; it is not repeated
   */
  static String token(String name, Map<String, String> env) {
    String token = env.getOrDefault(name, "");
    if (!token.isEmpty() && !Secret.fits(token)) {
      throw UsageErrors.usage(
          "`" + name + "` holds characters that no token has",
          "is there a blank or the end of a line in it?");
    }
    return token;
  }

  private static RemoteAccess git(RemoteUrl remote, String token, Console console) {
    Map<String, String> env = console.env();
    RemoteAccess access =
        RemoteAccess.anonymous(console.clock()).with(proxies(env)).with(console.activity());
    if (!token.isEmpty() && remote.kind() == RemoteUrl.Kind.HTTP) {
      access = access.with(Credentials.forHostOf(remote, "x-access-token", token.toCharArray()));
    }
    if (remote.kind() == RemoteUrl.Kind.SSH) {
      access = access.with(ssh(env));
    }
    Optional<CertificateAuthorities> authorities = CertificateAuthorities.from(env.get(CA_FILE));
    return authorities.isPresent() ? access.with(authorities.get().trustManager()) : access;
  }

  /** For visits to preview hosts. */
  public static HttpAccess access(Console console) {
    return http(AccessProbe.LIMITS, console);
  }

  /** HTTP as the environment allows it; what is random in it must not be guessed. */
  static HttpAccess http(Limits limits, Console console) {
    return new HttpAccess(
        proxies(console.env()),
        CertificateAuthorities.from(console.env().get(CA_FILE))
            .map(CertificateAuthorities::context),
        limits,
        console.clock(),
        console.sleeper(),
        new SecureRandom(),
        console.activity());
  }

  /**
   * Where temporary folders are made, each with a name of its own that removes itself. One of a
   * fixed name would be its first user's, and no other user of the machine could write there.
   */
  public static Path scratch() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  static ProxyRules proxies(Map<String, String> env) {
    return ProxyRules.parse(
        env.getOrDefault("https_proxy", env.getOrDefault("HTTPS_PROXY", "")),
        env.getOrDefault("no_proxy", env.getOrDefault("NO_PROXY", "")));
  }

  private static SshAccess ssh(Map<String, String> env) {
    Path home = Path.of(env.getOrDefault("HOME", System.getProperty("user.home")), ".ssh");
    String key = env.getOrDefault("MAYFLY_SSH_KEY", "");
    String agent = env.getOrDefault("SSH_AUTH_SOCK", "");
    Path standard = home.resolve("id_ed25519");
    Optional<Path> identity =
        key.isEmpty() ? Optional.of(standard).filter(Files::isReadable) : Optional.of(Path.of(key));
    return new SshAccess(
        Path.of(env.getOrDefault("MAYFLY_KNOWN_HOSTS", home.resolve("known_hosts").toString())),
        identity,
        agent.isEmpty() ? Optional.empty() : Optional.of(Path.of(agent)));
  }
}
