import { type KeptAnswer, type KeptProof, nothingSaid, type StoredAnswer } from './kept-answer.ts';

/**
 * The fields in which an answer of today differs from one that was stored, of those that were kept on its day. Sentences follow from the others, so a
 * change of their words alone is none.
 */
export function differences(said: StoredAnswer, now: KeptAnswer): readonly string[] {
  const names = Object.keys(nothingSaid).filter((name): name is keyof KeptAnswer => Object.hasOwn(said, name));
  const own = names.filter((name) => !inTheirOwnWay.has(name) && (said[name] ?? null) !== (now[name] ?? null));
  const listed = names.filter((name) => listedBy[name] !== undefined && listedBy[name](said) !== listedBy[name](now));
  const [then, today] = [said.partners ?? [], now.partners];
  const isOfPartners =
    then.length !== today.length || then.some((partner, at) => differences(partner, today[at] ?? nothingSaid).length > 0);
  return [...own, ...differencesOfProof(said.proof ?? null, now.proof ?? null), ...listed, ...(isOfPartners ? ['partners'] : [])];
}

/**
 * Whether the holder of an answer would be told otherwise now too, by what a reader with other rights was told then and is told now: in a field that both
 * were told the same, of a firm that was shown to the holder, or that everyone is shown now.
 */
export function isOtherwiseForBoth(said: StoredAnswer, known: KeptAnswer, now: KeptAnswer): boolean {
  const isShown = (said.organizationName ?? null) !== null || now.consideredCertified === true;
  const byRights = new Set(differences(said, known));
  if (isShown && differences(said, now).some((name) => !byRights.has(name))) return true;
  return (said.partners ?? []).some((partner, at) =>
    isOtherwiseForBoth(partner, known.partners[at] ?? nothingSaid, now.partners[at] ?? nothingSaid),
  );
}

type Told = (answer: StoredAnswer) => string;

/** Fields with several values, by what counts in them. How similar a candidate is follows from its name. */
const listedBy: Readonly<Partial<Record<keyof KeptAnswer, Told>>> = {
  problem: ({ problem }) => JSON.stringify([problem?.field, problem?.looksLike]),
  candidates: ({ candidates }) =>
    JSON.stringify(candidates?.map(({ why, wsibAccount, organizationName, city }) => [why, wsibAccount, organizationName, city])),
  notLookedFor: ({ notLookedFor }) => JSON.stringify(notLookedFor),
  warning: ({ warning }) => JSON.stringify([warning?.notNamed, warning?.notKnown]),
  reasons: ({ reasons }) => clausesOf(reasons),
  standingReasons: ({ standingReasons }) => clausesOf(standingReasons),
};

/** Fields that are compared in a way of their own, or not at all. */
const inTheirOwnWay: ReadonlySet<string> = new Set([
  ...['consequence', 'advice', 'cure', 'ask', 'systems', 'proof', 'partners'],
  ...Object.keys(listedBy),
]);

const clausesOf = (reasons: KeptAnswer['standingReasons'] | undefined): string =>
  JSON.stringify(reasons?.map(({ clause, holds, decides }) => [clause, holds, decides]));

function differencesOfProof(said: KeptProof | null, now: KeptProof | null): readonly string[] {
  if (said === null || now === null) return said === now ? [] : ['proof'];
  const names = Object.keys(now).filter((name): name is keyof KeptProof => name in now);
  return names.filter((name) => (said[name] ?? null) !== (now[name] ?? null)).map((name) => `proof.${name}`);
}
