package dev.mayfly.git;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.http.ProxyRules;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import javax.net.ssl.X509TrustManager;

/**
 * Everything a connection may use; whatever is not in here is not used.
 *
 * @param authorities who may vouch for an HTTPS server; empty means the Java runtime's own list
 * @param signing how commits are signed; empty where they are not
 * @param silence how long a server may stay silent
 * @param clock what the limit on a whole exchange is measured by
 * @param activity who is told of what takes time
 */
public record RemoteAccess(
    Optional<Credentials> credentials,
    Optional<SshAccess> ssh,
    ProxyRules proxies,
    Optional<X509TrustManager> authorities,
    Optional<CommitSigning> signing,
    Duration silence,
    InstantSource clock,
    Activity activity) {
  /** The longest one answer may take, whatever a server trickles. */
  static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

  /** The most bytes one answer may have. */
  static final long LARGEST_ANSWER = 1L << 30;

  public static RemoteAccess anonymous(InstantSource clock) {
    return new RemoteAccess(
        Optional.empty(),
        Optional.empty(),
        ProxyRules.NONE,
        Optional.empty(),
        Optional.empty(),
        Duration.ofSeconds(60),
        clock,
        Activity.SILENT);
  }

  public RemoteAccess with(Credentials token) {
    return new RemoteAccess(
        Optional.of(token), ssh, proxies, authorities, signing, silence, clock, activity);
  }

  public RemoteAccess with(SshAccess keys) {
    return new RemoteAccess(
        credentials, Optional.of(keys), proxies, authorities, signing, silence, clock, activity);
  }

  public RemoteAccess with(ProxyRules rules) {
    return new RemoteAccess(
        credentials, ssh, rules, authorities, signing, silence, clock, activity);
  }

  public RemoteAccess with(X509TrustManager trusted) {
    return new RemoteAccess(
        credentials, ssh, proxies, Optional.of(trusted), signing, silence, clock, activity);
  }

  public RemoteAccess with(CommitSigning key) {
    return new RemoteAccess(
        credentials, ssh, proxies, authorities, Optional.of(key), silence, clock, activity);
  }

  public RemoteAccess withSilence(Duration limit) {
    return new RemoteAccess(
        credentials, ssh, proxies, authorities, signing, limit, clock, activity);
  }

  /** The same with somebody who is told. */
  public RemoteAccess with(Activity told) {
    return new RemoteAccess(credentials, ssh, proxies, authorities, signing, silence, clock, told);
  }

  String redact(String text) {
    return credentials.map(token -> token.redact(text)).orElse(text);
  }
}
