import type { PauseReason } from '../database/tables/webhook-endpoint.table.ts';
import type { Locale } from '../rules/messages/messages.ts';

const nothingLost = {
  en: 'Nothing is lost: resumeWebhook sends everything that came in the meantime.',
  fr: 'Rien n’est perdu\u00A0: resumeWebhook envoie tout ce qui est survenu entre-temps.',
};

const notices: Readonly<Record<PauseReason, Readonly<Record<Locale, string>>>> = {
  BY_OWNER: { en: 'You paused this webhook.', fr: 'Vous avez suspendu ce webhook.' },
  RECEIVER_GONE: {
    en: 'The receiver answered 410 Gone, which means that it does not want further messages. Fix the receiver, send a test event, then resume.',
    fr: 'Le récepteur a répondu 410 Gone, c’est-à-dire qu’il ne souhaite plus rien recevoir. Rétablissez-le, envoyez un événement d’essai, puis réactivez le webhook.',
  },
  RECEIVER_FAILED: {
    en: 'Ten attempts within three days to send one message failed; see `deliveries`. Fix the receiver, send a test event, then resume.',
    fr: 'Dix tentatives d’envoi d’un message en trois jours ont échoué; voir `deliveries` pour le détail. Rétablissez le récepteur, envoyez un événement d’essai, puis réactivez le webhook.',
  },
  SELECTION_INVALID: {
    en: 'Its selection was no longer valid: the schema or your limits had changed. See what is wrong with `webhookMessages(selection:)`, give it another by changeWebhookSelection, then resume.',
    fr: 'Sa sélection n’était plus valide\u00A0: le schéma ou vos limites avaient changé. Voyez le problème avec `webhookMessages(selection:)`, donnez-lui une autre sélection par changeWebhookSelection, puis réactivez le webhook.',
  },
  NO_VALID_KEY: {
    en: 'Its owner had no valid API key left. Resume it with a new key of the same holder.',
    fr: 'Son titulaire n’avait plus aucune clé d’API valide. Créez une nouvelle clé pour le même titulaire, puis réactivez le webhook.',
  },
};

/** Why a webhook is paused and what to do, in one language. */
export const noticeOf = (reason: PauseReason, locale: Locale): string => `${notices[reason][locale]} ${nothingLost[locale]}`;
