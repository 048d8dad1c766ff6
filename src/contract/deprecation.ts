/** How something of the schema is deprecated: the day from which it is, the day until which it is kept at least, and what to use instead. */
export interface Deprecation {
  /** `YYYY-MM-DD`. */
  readonly since: string;
  /** `YYYY-MM-DD`, at least a year later. */
  readonly until: string;
  /** What to do instead, as a sentence. */
  readonly instead: string;
}

/** The reason in `@deprecated`, for people and programs. */
export const deprecationText = ({ since, until, instead }: Deprecation): string =>
  `Deprecated since ${since}, kept until ${until} at least. ${instead}`;

/** Reads such a reason; null if it has another form. */
export function deprecationIn(text: string | null | undefined): Deprecation | null {
  const [, since, until, instead] =
    /^Deprecated since (\d{4}-\d\d-\d\d), kept until (\d{4}-\d\d-\d\d) at least\. (\S.*\.)$/s.exec(text ?? '') ?? [];
  return since && until && instead ? { since, until, instead } : null;
}
