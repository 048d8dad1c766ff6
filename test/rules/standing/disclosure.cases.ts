import type { Scope, Viewer } from '../../../src/rules/standing/disclosure.ts';
import { type CompactFacts, casesOf } from '../case-file.ts';

/** One case of disclosure.cases.yaml, as written. */
export interface DisclosureCase {
  readonly case: string;
  readonly facts: CompactFacts;
  readonly on?: string;
  readonly standing?: string;
  readonly seenBy?: readonly string[];
  readonly viewers?: readonly string[];
  readonly shown?: Readonly<Record<string, string | null>>;
  readonly reasons?: readonly string[];
  readonly timeline?: readonly string[];
  readonly looksLike?: CompactFacts;
}

const scopes = ['public', 'buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin'] as const satisfies Scope[];

const viewerOf = (scope: Scope, given: Partial<Viewer> = {}): Viewer => ({
  scope,
  isOwnFile: false,
  hasRegisteredConsent: false,
  ...given,
});

/** Every kind of caller: each scope, each scope with the account's consent, and an organization with its own file. */
export const viewers: Readonly<Record<string, Viewer>> = {
  ...Object.fromEntries(scopes.map((scope) => [scope, viewerOf(scope)])),
  ...Object.fromEntries(scopes.map((scope) => [`${scope} with consent`, viewerOf(scope, { hasRegisteredConsent: true })])),
  'own file': viewerOf('organization', { isOwnFile: true }),
};

const wholeFile = ['own file', 'staff', 'staff with consent', 'admin', 'admin with consent'];
const others = Object.keys(viewers).filter((name) => !wholeFile.includes(name));

/** Names for groups of callers in the cases. */
const groups: Readonly<Record<string, readonly string[]>> = {
  everyone: Object.keys(viewers),
  'the whole file': wholeFile,
  others,
  'with consent': others.filter((name) => name.endsWith(' with consent') && name !== 'public with consent'),
  buyers: ['buyer', 'buyer with consent'],
  WSIB: ['wsib', 'wsib with consent'],
};

/** The callers that a case names, by name or by group. */
export const viewersNamed = (names: readonly string[]): readonly string[] => [...new Set(names.flatMap((name) => groups[name] ?? [name]))];

/** The viewer with that name. */
export function viewerNamed(name: string): Viewer {
  const viewer = viewers[name];
  if (!viewer) throw new Error(`no viewer is called ${name}`);
  return viewer;
}

/** The cases of disclosure, read. */
export const disclosureCases = casesOf<DisclosureCase>('standing/disclosure.cases.yaml');
