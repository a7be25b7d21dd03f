package dev.mayfly.access;

import dev.mayfly.access.Result.CheckName;

/** One thing that must hold at a host. */
interface Check {
  CheckName name();

  Evidence of(HostProbe visit);
}
