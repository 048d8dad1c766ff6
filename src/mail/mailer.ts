import { createTransport } from 'nodemailer';

/** A message to one address. */
export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same in HTML. Default: plain text alone. */
  readonly html?: string;
  /** The address that ends these messages with one click (RFC 8058). Default: they cannot be ended by their reader. */
  readonly unsubscribeUrl?: string;
  readonly locale: 'en' | 'fr';
  /** The same whenever the message is sent again: mail programs show it once. */
  readonly key: string;
}

/** Sends messages; rejects if the mail server does not take one. */
export type SendMail = (message: Message) => Promise<void>;

/** Together shorter than the minutes after which a job is given up as lost; a server that answers later is tried again. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000, dnsTimeout: 10_000 };

const isLocal = (host: string): boolean => ['localhost', '127.0.0.1', '[::1]'].includes(host);

/** Sends by a mail server. Beyond this machine the connection is encrypted or there is none, and its certificate is checked. */
export function mailerOf(smtpUrl: string, from: string): SendMail {
  const { protocol, hostname } = new URL(smtpUrl);
  const safety = { requireTLS: protocol === 'smtp:' && !isLocal(hostname), disableFileAccess: true, disableUrlAccess: true };
  const transport = createTransport({ url: smtpUrl, ...timeouts, ...safety });
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return async ({ to, subject, text, html, locale, key, unsubscribeUrl }) => {
    const headers = { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale, ...unsubscribing(unsubscribeUrl) };
    // An address as an object is taken as it is; a text would be parsed for several.
    const addresses = { from: { name: '', address: from }, to: { name: '', address: to } };
    await transport
      .sendMail({ ...addresses, subject, text, ...(html && { html }), headers, messageId: `<${key}@${domain}>` })
      .catch(refused);
  };
}

/** RFC 2369, RFC 8058: mail programs show a button that ends the messages without opening a page. */
const unsubscribing = (url: string | undefined) =>
  url === undefined ? {} : { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };

// The library's message repeats the server's, which may hold addresses; it would be kept with the job.
function refused(error: unknown): never {
  const { code = 'unknown', responseCode = null }: { readonly code?: unknown; readonly responseCode?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  throw new Error(`The mail server did not take the message: ${String(code)}${responseCode === null ? '' : ` ${String(responseCode)}`}.`);
}
