package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.preview.RepositoryName;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a repository is called at its forge, told from the address that Git takes. */
class GitAddressTest {
  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/gitops.git, https://github.com, acme/gitops",
    "https://GitHub.com/acme/gitops, https://github.com, acme/gitops",
    "git@github.com:acme/gitops.git, https://github.com, acme/gitops",
    "ssh://git@github.com/acme/gitops.git, https://github.com, acme/gitops",
    "ssh://git@git.example.dev:2222/acme/gitops.git, https://git.example.dev, acme/gitops",
    "https://git.example.dev:8443/acme/gitops.git, https://git.example.dev:3443, acme/gitops",
    "https://gitlab.com/acme/team/gitops.git, https://gitlab.com, acme/team/gitops",
    "https://example.dev/gitea/acme/gitops.git, https://example.dev/gitea, acme/gitops",
    "ssh://git@ssh.github.com:443/acme/gitops.git, https://github.com,",
    "git@altssh.gitlab.com:acme/gitops.git, https://gitlab.com,",
    "https://github.com.evil.example/acme/gitops.git, https://github.com,",
    "https://github.com/gitops, https://github.com,",
  })
  void isToldFromItsPathAtTheSameHost(String address, String forge, String name) {
    ForgeSettings settings =
        new ForgeSettings(ForgeSettings.Kind.GITHUB, forge, Optional.empty(), false);
    assertThat(gitops(address, Optional.empty()).nameAt(settings).map(RepositoryName::toString))
        .isEqualTo(Optional.ofNullable(name));
    Optional<RepositoryName> given = Optional.of(new RepositoryName("other/name"));
    assertThat(gitops(address, given).nameAt(settings)).isEqualTo(given);
  }

  @ParameterizedTest
  @CsvSource({
    "https://github.com/acme/gitops, git@GitHub.com:acme/GitOps.git, true",
    "https://ci:s3@cret@github.com/acme/gitops, https://github.com/acme/gitops.git, false",
    "https://ci:secret@github.com/acme/gitops, https://github.com/acme/gitops/, true",
    "ssh://git@git.example.dev:2222/acme/gitops, https://git.example.dev:8443/acme/gitops, true",
    "https://github.com/acme/gitops, https://gitlab.com/acme/gitops, false",
    "https://github.com/acme/gitops, https://github.com/acme/gitops2, false",
    "'', '', false",
  })
  void leadsToOneRepositoryWhateverTheProtocol(String one, String other, boolean same) {
    assertThat(GitAddress.isSame(one, other)).isEqualTo(same);
    assertThat(GitAddress.isSame(other, one)).isEqualTo(same);
  }

  private static GitOps gitops(String address, Optional<RepositoryName> name) {
    return new GitOps(
        address,
        "",
        name,
        "main",
        GitOps.Delivery.OVERLAY,
        GitOps.Change.PULL_REQUEST,
        GitOps.Change.PULL_REQUEST);
  }
}
