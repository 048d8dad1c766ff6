import type { Fault, FieldProblem } from '../../errors.ts';
import { errorInFrench } from '../../errors-french.ts';
import type { Locale } from '../../rules/messages/messages.ts';

/** What an error says and carries. */
interface Told {
  readonly message: string;
  readonly extensions?: Readonly<Record<string, unknown>> | undefined;
}

/** An error in the language of its request: its message and those of its fields. What has no French stays in English. */
export function inLanguage<Error extends Told>(locale: Locale, error: Error): Error {
  if (locale === 'en') return error;
  const { message, extensions = {} } = error;
  const fields = Array.isArray(extensions.fields) ? extensions.fields.filter(isProblem).map(problemInFrench) : null;
  if (!fields) return { ...error, message: errorInFrench(message) ?? message };
  return { ...error, message: fields.map(sentence).join(' '), extensions: { ...extensions, fields } };
}

/** What a fault says and carries, in the language of its request. */
export const faultIn = (locale: Locale, { message, french, extensions }: Fault): Told =>
  locale === 'fr' && french !== null ? { message: french, extensions } : inLanguage(locale, { message, extensions });

const problemInFrench = ({ field, message }: FieldProblem): FieldProblem => ({ field, message: errorInFrench(message) ?? message });

const sentence = ({ field, message }: FieldProblem): string => (/^\p{Lu}/u.test(message) ? message : `${field || 'L’argument'} ${message}`);

const isProblem = (value: unknown): value is FieldProblem =>
  typeof value === 'object' && value !== null && 'field' in value && 'message' in value && typeof value.message === 'string';
