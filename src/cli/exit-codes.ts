/** The exit codes of the commands. */
export const exitCodes = {
  /** Done, or nothing to do. */
  done: 0,
  /** Rows were bad, or differences were found. */
  found: 1,
  /** The command was misused, or the environment does not allow it. */
  impossible: 2,
  /** Ended by Ctrl-C, by shell convention. */
  interrupted: 130,
} as const;
