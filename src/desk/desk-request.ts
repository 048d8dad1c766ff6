import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import type { Send } from './api.ts';
import type { Html } from './html.ts';
import type { Say } from './words.ts';

/** A request for a page, independent of HTTP. */
export interface DeskRequest {
  readonly locale: Locale;
  readonly say: Say;
  /** The requested path, to which the language switch leads back; null if the page is the answer to a form. */
  readonly path: string | null;
  readonly query: URLSearchParams;
  /** What a form sent; null without one. */
  readonly form: FormData | null;
  /** The day in Toronto. */
  readonly today: Day;
  /** The present instant. */
  readonly now: string;
  /** Whether every firm of this registry is invented. */
  readonly isSynthetic: boolean;
  /** The day of a sandbox, whose time can be moved; null in a real registry. */
  readonly sandboxDay: Day | null;
  /** Whether this registry sends daily e-mail. */
  readonly mailsDigests: boolean;
  /** Address of the registry for codes on paper, such as https://registry.example, without a slash at its end. */
  readonly address: string;
  /** Sends an operation with the reader’s key; without one, as the public. */
  readonly send: Send;
  /** Distinguishes the reader’s key from others without containing it; empty without a key. */
  readonly reader: string;
}

/** How a request ended. */
export interface Ending {
  readonly status: number;
  /** Seconds after which to ask again; absent where that would not help. */
  readonly retryAfter?: number;
}

/** The answer: a page, or a file to save. */
export type DeskAnswer = Ending &
  ({ readonly page: Html } | { readonly file: Uint8Array; readonly type: string; readonly name: string; readonly isInline?: boolean });

/** A field of a form as text, without spaces around it; empty if it is missing. */
export function field(form: FormData | URLSearchParams | null, name: string): string {
  const value = form?.get(name);
  return typeof value === 'string' ? value.trim() : '';
}

/** Every value of a field, in the order of the form. */
export const fields = (form: FormData, name: string): readonly string[] =>
  form.getAll(name).map((value) => (typeof value === 'string' ? value : ''));
