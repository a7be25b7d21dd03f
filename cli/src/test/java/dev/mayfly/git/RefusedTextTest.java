package dev.mayfly.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.http.ProxyRules;
import java.net.Proxy;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses, names, paths and commit texts that must never reach Git. */
class RefusedTextTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/gitops.git, HTTP, github.com, 443",
    "https://GitHub.com:8443/acme/gitops, HTTP, github.com, 8443",
    "http://127.0.0.1:3000/a/b, HTTP, 127.0.0.1, 3000",
    "ssh://git@github.com/acme/gitops.git, SSH, github.com, 22",
    "ssh://git@host.example:2222/x, SSH, host.example, 2222",
    "git@github.com:acme/gitops.git, SSH, github.com, 22",
    "file:///srv/gitops.git, LOCAL, '', 0",
    "/srv/gitops.git, LOCAL, '', 0",
    "../gitops.git, LOCAL, '', 0",
    "gitops.git, LOCAL, '', 0",
  })
  void readsRemotes(String text, RemoteUrl.Kind kind, String host, int port) {
    RemoteUrl url = RemoteUrl.parse(text);
    assertThat(url.kind()).isEqualTo(kind);
    assertThat(url.host()).isEqualTo(host);
    assertThat(url.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/gitops.git, https://github.com/acme/gitops.git",
    "git@github.com:acme/gitops.git, git@github.com:acme/gitops.git",
    "file:///srv/gitops.git, file:///srv/gitops.git",
    "/srv/gitops.git, file:///srv/gitops.git"
  })
  void saysRemotesAsGitTakesThem(String text, String said) {
    assertThat(RemoteUrl.parse(text)).hasToString(said);
  }

  @Test
  void aRemoteWithoutASchemeIsNoUrl() {
    assertThatThrownBy(() -> RemoteUrl.parse("://github.com/acme/gitops"))
        .hasMessage("a Git remote is neither a URL, nor `user@host:path`, nor a local path");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-oProxyCommand=x",
        "--upload-pack=touch",
        "https://s3cret@github.com/acme/gitops",
        "https://user:s3cret@github.com/acme/gitops",
        "https://@github.com/acme/gitops",
        "ssh://git:s3cret@github.com/acme/gitops",
        "ssh://-oProxyCommand=x/acme",
        "http://github.com/acme/gitops",
        "http://127.0.0.1.evil.example/x",
        "git://github.com/acme/gitops",
        "ext::sh -c touch",
        "javascript://x/y",
        "https://github.com",
        "https://github.com/",
        "https://github.com/acme?s3cret",
        "https://github.com/acme#x",
        "https://github.com/acme/../../x",
        "https:///acme",
        "https://exa mple/x",
        "https://github.com/acme\n",
        "https://github.com/ac\u001bme",
        "https://github.com\\@evil.example/x",
        "https://g\u0131thub.com/acme",
        "file://host/path",
        "git@-host:path",
        "user:s3cret@host:path",
        "git@host:-path",
      })
  void refusesRemotesAndRepeatsNoSecret(String text) {
    assertThatThrownBy(() -> RemoteUrl.parse(text))
        .isInstanceOfSatisfying(
            ProblemsException.class, e -> assertThat(e.fault()).isEqualTo(Fault.CONFIGURATION))
        .hasMessageNotContaining("s3cret");
  }

  @Test
  void whereATokenGoesInsteadIsSaid() {
    assertThatThrownBy(() -> RemoteUrl.parse("https://user:s3cret@github.com/acme/gitops"))
        .isInstanceOfSatisfying(
            ProblemsException.class,
            e ->
                assertThat(e.problems().getFirst().hint())
                    .endsWith("give the token in `MAYFLY_GIT_TOKEN`"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-x",
        "--upload-pack=touch",
        "a b",
        "a\nb",
        "a..b",
        ".a",
        "a.lock",
        "a/",
        "/a",
        "a//b",
        "a~1",
        "a^",
        "a:b",
        "a?",
        "a*",
        "a[",
        "a\\b",
        "@{x",
        "a@{b",
        "$(id)",
        "\u202ea",
        "\u00e9"
      })
  void refusesBranchNames(String name) {
    assertThatThrownBy(() -> RefName.branch(name)).isInstanceOf(ProblemsException.class);
    assertThat(RefName.parse("refs/heads/" + name)).isEmpty();
  }

  @Test
  void takesTheBranchNamesPeopleUse() {
    for (String name :
        new String[] {"main", "release/1.2", "mayfly/orders/pr-7", "a_b+c", "2026"}) {
      assertThat(RefName.branch(name).shortName()).isEqualTo(name);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/a", "a/", "a//b", "..", "a/../b", ".", "./a", ".git", ".GIT/x", "a/.git/config", "git~1",
        ".g\u200cit", "con", "aux.txt", "a:b", "a\\b", "a\nb", "a\u0000b", "a ", "a.", "\u202e",
            "\u0085"
      })
  void refusesPaths(String path) {
    assertThat(TreePath.parse(path)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Previews/x", "previews/X", "previews/\u017f", "-x", ".x", "a b", ""})
  void writesOnlyToLowerCaseFolders(String path) {
    assertThatThrownBy(
            () -> new TreeEdit.Replace(TreePath.of(path), new TreeMap<>(Map.of("a", new byte[0]))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new TreeEdit.Remove(TreePath.of(path)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() ->
            new TreeEdit.Replace(TreePath.of("previews"), new TreeMap<>(Map.of(path, new byte[0]))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " x", "x\nSigned-off-by: Eve", "x\r", "a\u0000", "a\u2028b", "a\u0085b"})
  void forgesNoTrailer(String text) {
    LinkedHashMap<String, String> trailer = new LinkedHashMap<>();
    trailer.put("Preview", text);
    LinkedHashMap<String, String> none = new LinkedHashMap<>();
    assertThatThrownBy(() -> new CommitText("A", "a@x", Instant.EPOCH, "s", "", trailer))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CommitText("A", "a@x", Instant.EPOCH, text, "", none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new CommitText(text, "a@x", Instant.EPOCH, "s", "", none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cleansWhatOthersSay() {
    assertThat(CleanText.of("a\u001b[31mb\r\nc\u202ed\u200b\u0085 \ud800"))
        .isEqualTo("a?[31mb c?d?? ?");
    assertThat(CleanText.of("x".repeat(100_000))).hasSize(303);
  }

  @Test
  void readsProxiesAsCurlDoes() {
    ProxyRules rules = ProxyRules.parse("http://proxy.example:3128", "localhost, .corp.example");
    assertThat(rules.forHost("github.com").type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(rules.forHost("git.corp.example")).isEqualTo(Proxy.NO_PROXY);
    assertThat(rules.forHost("corp.example")).isEqualTo(Proxy.NO_PROXY);
    assertThat(rules.forHost("notcorp.example").type()).isEqualTo(Proxy.Type.HTTP);
    assertThat(ProxyRules.parse("", "x").forHost("a")).isEqualTo(Proxy.NO_PROXY);
    assertThat(ProxyRules.parse("p:1", "*").forHost("a")).isEqualTo(Proxy.NO_PROXY);
    assertThatThrownBy(() -> ProxyRules.parse("http://u:s3cret@p:1", ""))
        .isInstanceOf(ProblemsException.class)
        .hasMessageNotContaining("s3cret");
  }
}
