import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { AuditFact } from '../../../src/rules/cycle/facts.ts';
import type { Reason, Refusal } from '../../../src/rules/decision.ts';
import type { ClauseId } from '../../../src/rules/guideline.ts';
import type { ProposedCertificate } from '../../../src/rules/recording/certificate-reading.ts';
import { decideCertificate, type IssuingDecision } from '../../../src/rules/recording/issuing-certificate.ts';
import {
  type AuditNaming,
  type AuditOnFile,
  type AuditorOnFile,
  type IssuingFacts,
  nothingFurther,
} from '../../../src/rules/recording/issuing-facts.ts';
import { decideLetter, type ProposedLetter } from '../../../src/rules/recording/issuing-letter.ts';
import { refuseLostSupport } from '../../../src/rules/recording/keeping-support.ts';
import type { DatedStatement } from '../../../src/rules/statement.ts';
import { type CompactFacts, casesOf } from '../case-file.ts';
import { cycleFactsOf } from '../cycle/cycle-case-file.ts';

/** A file as an analyst writes it: audits and auditors by id, and the document to be issued. */
interface CompactFile extends CompactFacts {
  audits?: Record<string, Partial<AuditOnFile> & Pick<AuditFact, 'type'>>;
  auditors?: Record<string, Partial<AuditorOnFile>>;
  namings?: AuditNaming[];
  wsibStatements?: DatedStatement[];
  hasWsibAccount?: boolean;
  certificate?: ProposedCertificate;
  letter?: ProposedLetter;
}

/** One case of support.cases.yaml: a complete file, a change to it, and what is then missing. */
export interface SupportCase {
  readonly case: string;
  readonly file: string;
  /** Paths in the file with their new values; null removes the old one. */
  readonly change?: Readonly<Record<string, unknown>>;
  readonly exception?: readonly ClauseId[];
  readonly today?: string;
  /** Clauses of the refusal, in any order; [] if it is issued. */
  readonly refused: readonly string[];
  /** The ids of the sentences of the refusal, in any order, where a clause has more than one. */
  readonly because?: readonly string[];
  /** Some of the clauses whose facts are unknown here. */
  readonly notKnown?: readonly string[];
}

export const supportCases = casesOf<SupportCase>('recording/support.cases.yaml');

/** What the law says about the document of a case. */
export function judgeSupportCase({ file: name, change = {}, exception, today }: SupportCase): IssuingDecision {
  const file = changed(soundFile(name), change);
  const facts = issuingFactsOf(file);
  const allowed = exception ? { clauses: exception } : null;
  if (file.certificate) return decideCertificate(facts, file.certificate, today ?? file.certificate.issuedOn, allowed);
  if (!file.letter) throw new Error(`${name} proposes nothing`);
  return decideLetter(facts, file.letter, today ?? file.letter.issuedOn, allowed);
}

/** One case of keeping-support.cases.yaml: a complete file whose document was issued, a change, and the support that the document then loses. */
export interface AlterationCase {
  readonly case: string;
  readonly file: string;
  readonly change: Readonly<Record<string, unknown>>;
  readonly exception?: readonly ClauseId[];
  readonly refused: readonly string[];
}

export const alterationCases = casesOf<AlterationCase>('recording/keeping-support.cases.yaml');

/** What the law says about the change of a case. */
export function judgeAlterationCase({ file: name, change, exception }: AlterationCase): Refusal | null {
  const issued = (file: CompactFile): CompactFile => ({ ...file, ...withIssued(file) });
  const before = issuingFactsOf(issued(soundFile(name)));
  const after = issuingFactsOf(changed(issued(soundFile(name)), change));
  return refuseLostSupport(before, after, exception ? { clauses: exception } : null);
}

/** The file with its document issued: certificate D on its audit, or letter D. */
function withIssued({ certificate, letter, certificates = [], namings = [] }: CompactFile): Pick<CompactFile, 'certificates' | 'namings'> {
  const audit = certificate?.audit ?? letter?.audit ?? '';
  const named = [...namings, { document: 'D', audit }];
  if (certificate) {
    const { standard, issuedOn } = certificate;
    return { certificates: [...certificates, { number: 'D', standard, issuedOn }], namings: named };
  }
  if (!letter) return { namings };
  const { year, issuedOn } = letter;
  const withLetter = certificates.map((each) => ({ ...each, letters: [...(each.letters ?? []), { number: 'D', year, issuedOn }] }));
  return { certificates: withLetter, namings: named };
}

/** What a decision found for each clause; a missing one does not hold. */
export function supportReasonsOf(one: SupportCase): readonly Pick<Reason, 'clause' | 'holds'>[] {
  const { refusal, reasons } = judgeSupportCase(one);
  return [...reasons, ...(refusal?.reasons ?? []).map(({ clause }) => ({ clause, holds: false }))];
}

/** Reads the file anew for each case, because a case changes it. */
function soundFile(name: string): CompactFile {
  const files: Record<string, CompactFile> = parse(readFileSync(new URL('sound-files.yaml', import.meta.url), 'utf8'), { merge: true });
  const file = files[name];
  if (!file) throw new Error(`there is no file ${name}`);
  // Paths that share a YAML anchor must not change together.
  return JSON.parse(JSON.stringify(file));
}

function changed(file: CompactFile, change: Readonly<Record<string, unknown>>): CompactFile {
  for (const [place, value] of Object.entries(change)) {
    const names = place.split('.');
    const last = names.pop() ?? '';
    // A file as parsed from YAML: nested objects.
    const whole = file as unknown as Tree;
    names.reduce<Tree>(branch, whole)[last] = value;
  }
  return file;
}

interface Tree {
  [name: string]: unknown;
}

function branch(tree: Tree, name: string): Tree {
  tree[name] ??= {};
  // If the path continues, the file has an object there.
  return tree[name] as Tree;
}

function issuingFactsOf({
  audits = {},
  auditors = {},
  namings = [],
  wsibStatements = [],
  hasWsibAccount = true,
  ...compact
}: CompactFile): IssuingFacts {
  const written = Object.entries(audits).map(([id, audit]) => ({ ...nothingFurther, ...audit, id }));
  const cycle = cycleFactsOf({ ...compact, audits: written, wsibStatements });
  return {
    ...cycle,
    audits: cycle.audits.map((audit) => ({ ...nothingFurther, ...audit })),
    auditors: Object.entries(auditors).map(([id, auditor]) => ({
      listed: [],
      removedOn: null,
      consulting: [],
      askedToWithdraw: [],
      ...auditor,
      id,
    })),
    namings,
    hasWsibAccount,
  };
}
