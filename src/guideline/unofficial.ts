import type { Because } from '../rules/decision.ts';
import { isUnofficial } from '../rules/messages/messages.ts';

/** Describes a field `unofficial` that stands beside sentences, each of which takes a language of its own. */
export const unofficialBeside = (sentences: string) => ({
  description: `Whether the French of ${sentences} has a term without official French; the same whatever language is asked for.`,
});

/** Whether the French of a sentence is unofficial. */
export const hasUnofficialFrench = ({ id, values }: Because): boolean => isUnofficial('fr', id, values);
