/** The French of an English sentence; null where there is none. */
export type InFrench = (english: string) => string | null;

/**
 * A table of sentences, the English as the key, as in gettext. `{}` stands for what is said in both languages, or for words of the same table.
 * `otherwise` reads what no entry fits.
 */
export function phrasebook(french: Readonly<Record<string, string>>, otherwise: InFrench = () => null): InFrench {
  // Templates with the most words of their own first: of several that fit, the most particular one.
  const templates = Object.keys(french)
    .filter((each) => each.includes('{}'))
    .toSorted((a, b) => ownLength(b) - ownLength(a))
    .map((english) => ({ form: formOf(english), french: french[english] ?? '' }));
  const inFrench: InFrench = (english) => {
    const whole = french[english];
    if (whole !== undefined) return whole;
    for (const template of templates) {
      const values = template.form.exec(english)?.slice(1);
      if (values) return filled(template.french, values.map(valueInFrench));
    }
    return otherwise(english);
  };
  const valueInFrench = (value: string): string => french[value] ?? inFrench(value) ?? value.replace(/ or /g, ' ou ');
  return inFrench;
}

const ownLength = (template: string): number => template.replaceAll('{}', '').length;

function formOf(english: string): RegExp {
  const parts = english.split('{}').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  // A value is on one line, unless the sentence itself has several.
  return new RegExp(`^${parts.join('(.+?)')}$`, english.includes('\n') ? 's' : '');
}

/** A template with its places filled, in order. */
export function filled(template: string, values: readonly (string | number)[]): string {
  const next = values.values();
  return template.replaceAll('{}', () => String(next.next().value ?? ''));
}
