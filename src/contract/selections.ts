import type { Caller } from './viewer.type.ts';

/** One change, as the feed has it for a caller. */
export interface PlacedChange {
  /** The cursor right before it. */
  readonly after: string;
  readonly cursor: string;
  /** The filter under which it is visible, with the fields of `ChangeFilter`; null for none. */
  readonly filter: object | null;
}

/** Who asks, and in which request. */
export interface SelectingFor {
  readonly caller: Caller;
  /** What the log of confidential reads names. */
  readonly requestId: string;
}

/** What a selection became: its data, with the errors of fields that failed and what it uses that is deprecated; or a wait, in seconds, until the budget suffices; or nothing, because it is not valid. */
export type Selected =
  | { readonly kind: 'DATA'; readonly data: unknown; readonly errors: readonly object[]; readonly deprecated: readonly object[] }
  | { readonly kind: 'WAIT'; readonly seconds: number }
  | { readonly kind: 'INVALID' };

/** Answers selections of the fields of a change as a query for it would be answered: with the same rights, limits and budget. */
export interface Selections {
  /** What is wrong with a selection for a caller, in words that follow its name; null when nothing is. */
  problem(selection: string, caller: Caller): string | null;
  /** What a valid selection uses that is deprecated: the reasons by schema coordinate. */
  deprecated(selection: string): ReadonlyMap<string, string>;
  /** Throws a fault if the registry itself fails: another attempt may succeed. */
  select(selection: string, change: PlacedChange, asking: SelectingFor): Promise<Selected>;
}
