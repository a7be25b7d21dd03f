package dev.mayfly.command.composition;

import dev.mayfly.command.console.Console;
import dev.mayfly.command.option.DigestOptions;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import picocli.CommandLine.ParseResult;

/** The repositories of apps, at the address that an option or the platform gives. */
record SourceRepositories(ParseResult parsed, Console console, Platform platform) {

  RemoteRepository open(App app) {
    return Remotes.open(
        DigestOptions.APP_URL.in(parsed).orElse(app.repositoryUrl()),
        console,
        remote -> Connections.source(remote, platform, console));
  }
}
