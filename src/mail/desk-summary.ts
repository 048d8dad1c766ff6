import type { Day } from '../rules/calendar.ts';
import { type Locale, writeDay, writeWord } from '../rules/messages/messages.ts';
import type { WorkCount } from '../work-queue/work-item.type.ts';

/** How the work queue stands on a day, by kind of item. */
export interface DeskSummary {
  readonly today: Day;
  readonly counts: readonly WorkCount[];
  /** The last day of the days ahead that are counted, and how many items fall due by it that are not overdue. */
  readonly soon: { readonly by: Day; readonly items: number };
}

const words = {
  en: {
    subject: (overdue: number, soon: number) => `COR registry: ${overdue} overdue, ${soon} due soon`,
    intro: (day: string) => `The work queue on ${day}, by kind:`,
    line: (label: string, overdue: number, due: number) => `- ${label}: ${overdue} overdue, ${due} due`,
    soon: (items: number, by: string) => `Due by ${by} and not overdue: ${items}.`,
    end: 'This message names no firm. The query workQueue of the registry has the items, with clause and day.',
    why: 'Your registry’s operator set this address in REGISTRY_DESK_MAIL. No answer to this message is read.',
  },
  fr: {
    subject: (overdue: number, soon: number) => `Registre du COR : ${overdue} en retard, ${soon} à échéance prochaine`,
    intro: (day: string) => `La file de travail le ${day}, par type :`,
    line: (label: string, overdue: number, due: number) => `- ${label} : ${overdue} en retard, ${due} à faire`,
    soon: (items: number, by: string) => `À échéance au plus tard le ${by}, sans compter ce qui est en retard : ${items}.`,
    end: 'Ce message ne nomme aucune entreprise. La requête workQueue du registre donne les éléments, avec la clause et la date.',
    why: 'L’exploitant du registre a indiqué cette adresse dans REGISTRY_DESK_MAIL. Les réponses à ce message ne sont pas lues.',
  },
} as const;

/** The summary as a subject and plain text: numbers and kinds, no firm and no person. Null on a day with nothing due. */
export function writeSummary(locale: Locale, { today, counts, soon }: DeskSummary): { subject: string; text: string } | null {
  const say = words[locale];
  const pressing = counts.filter(({ overdue, due }) => overdue + due > 0);
  if (pressing.length === 0) return null;
  const overdue = pressing.reduce((sum, each) => sum + each.overdue, 0);
  const lines = pressing
    .toSorted((a, b) => b.overdue - a.overdue || b.due - a.due || (a.kind < b.kind ? -1 : 1))
    .map((each) => say.line(writeWord(locale, each.kind), each.overdue, each.due));
  const parts = [say.intro(writeDay(locale, today)), lines.join('\n'), say.soon(soon.items, writeDay(locale, soon.by)), say.end, say.why];
  return { subject: say.subject(overdue, soon.items), text: `${parts.join('\n\n')}\n` };
}
