import { appealsFrench } from '../guideline/appeals.fr.ts';
import { certificationCycleFrench } from '../guideline/certification-cycle.fr.ts';
import { disclosureFrench } from '../guideline/disclosure.fr.ts';
import { equivalencyFrench } from '../guideline/equivalency.fr.ts';
import { firstCertificationFrench } from '../guideline/first-certification.fr.ts';
import { notEncodedFrench, notYetFrench } from '../guideline/not-encoded.fr.ts';
import { participationFrench } from '../guideline/participation.fr.ts';
import { qualityFrench } from '../guideline/quality.fr.ts';
import { recognitionFrench } from '../guideline/recognition.fr.ts';
import { registryFrench } from '../guideline/registry.fr.ts';
import { tenderFrench } from '../guideline/tender.fr.ts';
import { type ClauseId, clauseOf, isClauseId, sources } from '../guideline.ts';
import type { Locale } from './messages.ts';

/** The text of every clause in French. None is official: the program's documents are in English only. */
const textsInFrench: Readonly<Record<ClauseId, string>> = {
  ...participationFrench,
  ...firstCertificationFrench,
  ...certificationCycleFrench,
  ...qualityFrench,
  ...equivalencyFrench,
  ...recognitionFrench,
  ...appealsFrench,
  ...disclosureFrench,
  ...tenderFrench,
  ...registryFrench,
};

/** What is said of a clause in a language: its title and text, where it stands, how this registry reads it, and why no rule computes it. */
export interface ClauseWords {
  readonly title: string;
  readonly source: string;
  readonly section: string;
  readonly text: string;
  readonly interpretations: readonly { readonly id: string; readonly text: string }[];
  readonly notEncoded: string | null;
}

/** A clause in the words of a language. */
export function clauseWords(id: ClauseId, locale: Locale): ClauseWords {
  const { title, titleFr, source, section, notEncoded, settledBy = [] } = clauseOf(id);
  const interpretations = settledBy.flatMap((decision) => (isClauseId(decision) ? [{ id: decision, text: textOf(decision, locale) }] : []));
  const { name, publisher, nameFr, publisherFr } = sources[source];
  const shared = { text: textOf(id, locale), interpretations };
  if (locale === 'en') return { ...shared, title, source: `${name} (${publisher})`, section, notEncoded: notEncoded ?? null };
  return {
    ...shared,
    title: titleFr,
    source: `${nameFr} (${publisherFr})`,
    section: section.replace('open point', 'point en suspens'),
    notEncoded: notEncoded === undefined ? null : (notEncodedFrench[id] ?? notYetFrench),
  };
}

const textOf = (id: ClauseId, locale: Locale): string => (locale === 'fr' ? textsInFrench[id] : clauseOf(id).text);
