import { type Locale, writeDay } from '../rules/messages/messages.ts';

/** What an organization’s daily e-mail counts. */
export interface Counted {
  readonly today: string;
  readonly overdue: number;
  /** Due by `by`, and not overdue. */
  readonly due: number;
  readonly by: string;
  /** To be done, with no day by which. */
  readonly undated: number;
  /** The next due day; null if there is none. */
  readonly next: string | null;
}

/** A change as anyone may see it. */
export interface Told {
  readonly firm: string;
  readonly before: string;
  readonly after: string;
  readonly on: string;
  readonly isNotice: boolean;
}

const en = {
  question: 'COR registry: please confirm your address',
  whoAsked: 'Someone with an API key of the COR registry asked that a daily e-mail be sent to this address.',
  aboutFirm: 'It counts what a firm has to do and by when, on business days on which there is something new.',
  aboutList: 'It says what changed about the firms on a list, on business days on which something did.',
  agree: (by: string) => `If you agree, open this page by ${writeDay('en', by)} and confirm:`,
  disagree: 'If you do not, do nothing: no further message follows, and the address is erased.',
  toDo: (today: string) => `COR registry: what is to be done, ${writeDay('en', today)}`,
  toDoIntro: ({ today }: Counted) => `What your firm has to do, as counted on ${writeDay('en', today)}:`,
  toDoItems: ({ overdue, due, by, undated, next }: Counted) => [
    `overdue: ${overdue}`,
    `due by ${writeDay('en', by)}: ${due}`,
    ...(undated > 0 ? [`to be done, with no due day: ${undated}`] : []),
    ...(next ? [`next day: ${writeDay('en', next)}`] : []),
  ],
  toDoEnd: 'This message names no firm. The registry’s query obligations shows the list, with clauses and days.',
  changes: (today: string) => `COR registry: changes on a watch list, ${writeDay('en', today)}`,
  changesIntro: (list: string) => `On the watch list “${list}”, as anyone may see it:`,
  changed: ({ firm, before, after, on, isNotice }: Told) =>
    isNotice
      ? `${firm}: from ${writeDay('en', on)} ${after}, if nothing further is recorded (now ${before})`
      : `${firm}: from ${writeDay('en', on)} ${after} (before: ${before})`,
  more: 'There is more, which is not in this message.',
  changesEnd: 'This message has public facts only. The registry’s query changes shows everything that your API key can see.',
  unsubscribe: 'To stop these messages, open this page:',
  sender: (sender: string) => `Sent by ${sender}. No answer to this message is read.`,
} as const;

const fr: { readonly [Id in keyof typeof en]: (typeof en)[Id] extends string ? string : (typeof en)[Id] } = {
  question: 'Registre du COR\u00A0: veuillez confirmer votre adresse',
  whoAsked: 'Le titulaire d’une clé d’API du registre du COR a demandé l’envoi d’un courriel quotidien à cette adresse.',
  aboutFirm: 'Ce courriel compte ce qu’une entreprise doit faire et pour quand, les jours ouvrables où il y a du nouveau.',
  aboutList: 'Ce courriel dit ce qui a changé pour les entreprises d’une liste, les jours ouvrables où quelque chose a changé.',
  agree: (by) => `Si vous êtes d’accord, ouvrez cette page au plus tard le ${writeDay('fr', by)} et confirmez\u00A0:`,
  disagree: 'Sinon, ne faites rien\u00A0: aucun autre message ne suivra, et l’adresse sera effacée.',
  toDo: (today) => `Registre du COR\u00A0: ce qui est à faire, ${writeDay('fr', today)}`,
  toDoIntro: ({ today }) => `Ce que votre entreprise doit faire, selon le décompte du ${writeDay('fr', today)}\u00A0:`,
  toDoItems: ({ overdue, due, by, undated, next }) => [
    `en retard\u00A0: ${overdue}`,
    `à échéance au plus tard le ${writeDay('fr', by)}\u00A0: ${due}`,
    ...(undated > 0 ? [`à faire, sans échéance\u00A0: ${undated}`] : []),
    ...(next ? [`prochaine date\u00A0: ${writeDay('fr', next)}`] : []),
  ],
  toDoEnd: 'Ce message ne nomme aucune entreprise. La requête obligations du registre donne la liste, avec la clause et la date.',
  changes: (today) => `Registre du COR\u00A0: changements sur une liste de surveillance, ${writeDay('fr', today)}`,
  changesIntro: (list) => `Sur la liste de surveillance «\u00A0${list}\u00A0», tel que chacun peut le voir\u00A0:`,
  changed: ({ firm, before, after, on, isNotice }) =>
    isNotice
      ? `${firm}\u00A0: ${after} à compter du ${writeDay('fr', on)}, à défaut d’un nouveau fait consigné (actuellement\u00A0: ${before})`
      : `${firm}\u00A0: ${after} à compter du ${writeDay('fr', on)} (auparavant\u00A0: ${before})`,
  more: 'Il y a d’autres changements, que ce message ne donne pas.',
  changesEnd:
    'Ce message ne contient que des faits publics. La requête changes du registre donne tout ce que votre clé d’API permet de voir.',
  unsubscribe: 'Pour ne plus recevoir ces messages, ouvrez cette page\u00A0:',
  sender: (sender) => `Envoyé par ${sender}. Les réponses à ce message ne sont pas lues.`,
};

/** The words of the messages, by language. */
export const digestWords: Readonly<Record<Locale, typeof fr>> = { en, fr };
