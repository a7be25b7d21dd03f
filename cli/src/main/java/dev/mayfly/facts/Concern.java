package dev.mayfly.facts;

/** What can be wrong between a clone and what it is made of. */
public enum Concern {
  SIZE,
  MAJOR,
  LAYOUT,
  AGE,
  COMPLETENESS,
  LONGHORN,
  DRIVER
}
