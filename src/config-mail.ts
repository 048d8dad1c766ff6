import { setting } from './config-forms.ts';
import { emailAddressForm as form } from './identifiers/email-address.ts';

/** An address that mail goes to, with the language of its mail. */
export interface Addressee {
  readonly locale: 'en' | 'fr';
  readonly address: string;
}

function smtpUrl(text: string): string {
  if (URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol) && new URL(text).hostname !== '') return text;
  throw new Error('must be the URL of a mail server such as smtps://user:password@mail.example.ca');
}

function address(text: string): string {
  if (form.test(text)) return text;
  throw new Error('must be an address such as registry@example.ca');
}

function addressees(text: string): readonly Addressee[] {
  return text.split(/[\s,]+/).map((each) => {
    const [, locale, to] = /^(?:(en|fr):)?(.+)$/.exec(each) ?? [];
    if (!to || !form.test(to))
      throw new Error('must be addresses such as desk@example.ca, separated by spaces, each with fr: before it for mail in French');
    return { locale: locale === 'fr' ? 'fr' : 'en', address: to };
  });
}

function senderLine(text: string): string {
  if (/^[^\p{C}]{10,300}$/u.test(text)) return text;
  throw new Error('must be the name and postal address of the operator on one line, 10 to 300 characters');
}

/** The server alone: the user and the password are secrets. */
const withoutUser = (url: string): string => `${new URL(url).protocol}//${new URL(url).host}`;

/** The settings of the mail that the registry sends. */
export const mailSettings = {
  smtpUrl: setting<string | null>({
    variable: 'REGISTRY_SMTP_URL',
    fallback: null,
    parse: smtpUrl,
    show: (url) => (url === null ? '' : withoutUser(url)),
    description: 'URL of the mail server, smtps:// or smtp:// (with STARTTLS, unless it is on this machine); if not set, no mail is sent.',
  }),
  mailFrom: setting<string | null>({
    variable: 'REGISTRY_MAIL_FROM',
    fallback: null,
    parse: address,
    description: 'Address that mail comes from; needed with REGISTRY_SMTP_URL.',
  }),
  mailSender: setting<string | null>({
    variable: 'REGISTRY_MAIL_SENDER',
    fallback: null,
    parse: senderLine,
    description:
      'Name and postal address of the operator, on one line, as the daily e-mail for organizations and watch lists states them; that mail also needs REGISTRY_PUBLIC_URL, and without both it is off.',
  }),
  deskMail: setting<readonly Addressee[]>({
    variable: 'REGISTRY_DESK_MAIL',
    fallback: [],
    parse: addressees,
    show: (list) => list.map(({ locale, address: to }) => (locale === 'fr' ? `fr:${to}` : to)).join(' '),
    description: 'Addresses that get a summary of the work queue each business day, separated by spaces; "fr:" before one asks for French.',
  }),
};
