import type { Day } from '../rules/calendar.ts';
import type { Operation } from './api.ts';
import type { Candidate } from './operations.ts';

/** Keeps an answer under a number. */
export const keepReceiptOperation: Operation<{ readonly keepReceipt: { readonly number?: string } }> = {
  text: `mutation DeskReceipt($input: KeepReceiptInput!) {
  keepReceipt(input: $input) { ... on Receipt { number } ... on Refused { code } }
}`,
};

/** What was said of a row, or would be said now. */
export interface SaidAnswer {
  readonly status: string | null;
  readonly standing: string | null;
  readonly wsibAccount: string | null;
  readonly organizationName: string | null;
  readonly city: string | null;
  readonly since: Day | null;
  readonly holdsUntil: Day | null;
  readonly outcome: string | null;
  readonly firstDayAtRisk: Day | null;
  readonly firstDayNotMet: Day | null;
  readonly consequence: string | null;
  readonly problem: { readonly message: string } | null;
  readonly candidates: readonly Pick<Candidate, 'wsibAccount' | 'organizationName' | 'city'>[] | null;
  readonly notLookedFor: readonly string[] | null;
  readonly nameAgrees: boolean | null;
  readonly warning: { readonly message: string } | null;
  readonly proof: { readonly inEffect: boolean; readonly effectiveUntil: Day | null } | null;
  readonly partners: readonly (Pick<
    SaidAnswer,
    'status' | 'standing' | 'organizationName' | 'outcome' | 'consequence' | 'candidates' | 'notLookedFor'
  > & {
    readonly name: string | null;
  })[];
}

/** A row of a receipt. */
export interface ReceiptRowAnswer {
  readonly row: number;
  /** The row as it was asked, as JSON. */
  readonly asked: string;
  readonly said: SaidAnswer;
  readonly now: SaidAnswer;
  readonly differs: readonly string[];
  readonly why: string | null;
}

/** A receipt, as its page shows it. */
export interface ReceiptAnswer {
  readonly number: string;
  readonly holder: string;
  readonly on: Day;
  readonly knownAt: string;
  readonly keptAt: string;
  readonly rulesVersion: string;
  readonly requirement: {
    readonly routes: readonly string[];
    readonly isPendingAccepted: boolean;
    readonly contractTo: Day | null;
    readonly owner: string;
    readonly isForConstruction: boolean;
  } | null;
  readonly rows: readonly ReceiptRowAnswer[];
}

const candidates = 'candidates { wsibAccount organizationName city }';

/** A receipt by its number, beside what would be said now. */
export const receiptOperation: Operation<{ readonly receipt: ReceiptAnswer | null }> = {
  text: `query DeskReceiptPage($number: String!) {
  receipt(number: $number) {
    number holder on knownAt keptAt rulesVersion
    requirement { routes isPendingAccepted contractTo owner isForConstruction }
    rows { row asked differs why said { ...Said } now { ...Said } }
  }
}
fragment Said on ReceiptAnswer {
  status standing wsibAccount organizationName city since holdsUntil outcome firstDayAtRisk firstDayNotMet consequence
  problem { message } ${candidates} notLookedFor nameAgrees warning { message }
  proof { inEffect effectiveUntil } partners { name status standing organizationName outcome consequence ${candidates} notLookedFor }
}`,
};

/** A receipt with the registry’s signature, for a program that checks it. */
export const signedReceiptOperation: Operation<{ readonly receipt: { readonly signed: string | null } | null }> = {
  text: 'query DeskSignedReceipt($number: String!) { receipt(number: $number) { signed } }',
};
