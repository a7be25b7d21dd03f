package dev.mayfly.command.composition;

import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.command.option.Invocation;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;

/** The repositories of apps, at the address that an option or the platform gives. */
record SourceRepositories(Invocation invocation, Platform platform) {

  RemoteRepository open(App app) {
    return Remotes.open(
        DigestOptions.APP_URL.in(invocation).orElse(app.repositoryUrl()),
        invocation.console(),
        remote -> Connections.source(remote, platform, invocation.console()));
  }
}
