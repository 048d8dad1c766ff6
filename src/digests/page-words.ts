import type { Locale } from '../rules/messages/messages.ts';

/** A page with one question or one answer. */
export interface PageWords {
  readonly title: string;
  readonly sentence: string;
  /** The button that does it; absent on a page that only says something. */
  readonly button?: string;
}

/** The pages at the addresses in messages. Each asks first: programs open addresses in mail to check them, and must not agree or unsubscribe for anyone. */
export type PageId = 'confirm' | 'confirmed' | 'unsubscribe' | 'unsubscribed' | 'unknown';

/** What the pages say, by language. */
export const pageWords: Readonly<Record<Locale, Readonly<Record<PageId, PageWords>>>> = {
  en: {
    confirm: {
      title: 'Confirm your address',
      sentence: 'Do you agree to a daily e-mail from the COR registry at this address?',
      button: 'I agree',
    },
    confirmed: { title: 'Your address is confirmed', sentence: 'Each message has an address that stops the messages at once.' },
    unsubscribe: { title: 'Stop the daily e-mail', sentence: 'Do you want no more of these messages?', button: 'Stop the messages' },
    unsubscribed: { title: 'The messages have stopped', sentence: 'Your address was erased. Nothing more needs to be done.' },
    unknown: {
      title: 'This address is not valid',
      sentence: 'It was never valid, or it is too old. If messages still come, use the address in the latest one.',
    },
  },
  fr: {
    confirm: {
      title: 'Confirmez votre adresse',
      sentence: 'Acceptez-vous de recevoir un courriel quotidien du registre du COR à cette adresse?',
      button: 'J’accepte',
    },
    confirmed: { title: 'Votre adresse est confirmée', sentence: 'Chaque message contient une adresse qui met fin aussitôt aux envois.' },
    unsubscribe: {
      title: 'Mettre fin au courriel quotidien',
      sentence: 'Voulez-vous ne plus recevoir ces messages?',
      button: 'Mettre fin aux envois',
    },
    unsubscribed: { title: 'Les envois ont pris fin', sentence: 'Votre adresse a été effacée. Vous n’avez rien d’autre à faire.' },
    unknown: {
      title: 'Cette adresse n’est pas valable',
      sentence:
        'Elle ne l’a jamais été, ou elle est trop ancienne. Si vous recevez encore des messages, employez l’adresse du plus récent.',
    },
  },
};
