/** What the shell is told when a command ends. */
export const exitCodes = {
  /** Done, or nothing to do. */
  done: 0,
  /** Rows were bad, or differences were found. */
  found: 1,
  /** The command was misused, or its surroundings do not allow it. */
  impossible: 2,
  /** Ended by Ctrl-C, as shells count it. */
  interrupted: 130,
} as const;
