import { registerEnumType } from 'type-graphql';
import type { Locale as Language } from '../rules/messages/messages.ts';

/** The languages of the answers, as an enum of the schema. */
export const Locale = { EN: 'en', FR: 'fr' } as const satisfies Record<string, Language>;
export type Locale = Language;

registerEnumType(Locale, {
  name: 'Locale',
  description: 'A language the registry answers in.',
  valuesConfig: {
    EN: { description: 'English.' },
    FR: { description: 'French. Where a term has no official French, `unofficial` beside the words says so.' },
  },
});
