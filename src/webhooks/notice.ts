import type { PauseReason } from '../database/tables/webhook-endpoint.table.ts';
import type { Locale } from '../rules/messages/messages.ts';

const nothingLost = {
  en: 'Nothing is lost: resumeWebhook sends all that came meanwhile.',
  fr: 'Rien n’est perdu : resumeWebhook envoie tout ce qui est arrivé depuis.',
};

const notices: Readonly<Record<PauseReason, Readonly<Record<Locale, string>>>> = {
  BY_OWNER: { en: 'You paused this webhook.', fr: 'Vous avez suspendu ce webhook.' },
  RECEIVER_GONE: {
    en: 'The receiver answered 410 Gone, which says that it wants nothing more. Put it right, send a test event, then resume.',
    fr: 'Le récepteur a répondu 410 Gone, c’est-à-dire qu’il ne veut plus rien. Rétablissez-le, envoyez un événement d’essai, puis reprenez.',
  },
  RECEIVER_FAILED: {
    en: 'Ten attempts within three days to send one message failed; `deliveries` tells how. Put the receiver right, send a test event, then resume.',
    fr: 'Dix tentatives en trois jours d’envoyer un message ont échoué; `deliveries` dit comment. Rétablissez le récepteur, envoyez un événement d’essai, puis reprenez.',
  },
  NO_VALID_KEY: {
    en: 'No API key of its owner was good any more. With a new key of the same holder, resume it.',
    fr: 'Plus aucune clé d’API de son titulaire n’était valable. Avec une nouvelle clé du même titulaire, reprenez-le.',
  },
};

/** What became of a paused webhook and what to do, in a language. */
export const noticeOf = (reason: PauseReason, locale: Locale): string => `${notices[reason][locale]} ${nothingLost[locale]}`;
