import type { Chapter } from './clause.ts';

/** Keeping the certification, renewing it and moving to COR 2020 (guideline 2.4, 2.5). */
export const certificationCycle = {
  'G-2.4.j': {
    title: 'Maintenance audit 60 days before the anniversary',
    titleFr: 'Vérification de maintien 60 jours avant la date anniversaire',
    source: 'GUIDELINE',
    section: '2.4, Internal Maintenance Audits',
    text:
      'In each of years 2 and 3 the trained internal auditor completes a maintenance audit per account, submitted at least 60 days ' +
      'before the anniversary. One submitted after that is late but not refused: elsewhere the guideline asks for it by the ' +
      'anniversary.',
    settledBy: ['R-34', 'R-35'],
  },
  'G-2.4.k': {
    title: 'Letter after a passed maintenance audit, correction after a failed one',
    titleFr: 'Lettre après une réussite, correction après un échec',
    source: 'GUIDELINE',
    section: '2.4, Internal Maintenance Audits',
    text:
      'A successful review brings a report and a Letter of Good Standing. After an unsuccessful one the deficiencies are corrected ' +
      'within 90 days after the anniversary, or the process starts over; the scoring benchmarks then require a new internal audit as ' +
      'the first step.',
    settledBy: ['R-9', 'R-64'],
  },
  'G-2.4.l': {
    title: 'Pending without the letter after 30 days',
    titleFr: 'En attente sans lettre après 30 jours',
    source: 'GUIDELINE',
    section: '2.4, Internal Maintenance Audits',
    text: 'If the Letter of Good Standing is not obtained within 30 days after the anniversary, the certification is identified as pending on IHSA’s website.',
    settledBy: ['R-6', 'R-7', 'R-9'],
  },
  'G-2.4.m': {
    title: 'Lost without the letter after 90 days',
    titleFr: 'Perdue sans lettre après 90 jours',
    source: 'GUIDELINE',
    section: '2.4, Internal Maintenance Audits',
    text: 'If the Letter of Good Standing is not obtained within 90 days after the anniversary, the certification status is lost and the process starts from the beginning.',
    settledBy: ['R-7', 'R-8', 'R-13'],
  },
  'G-2.4.n': {
    title: 'Pending counts as certified',
    titleFr: 'En attente vaut certifié',
    source: 'GUIDELINE',
    section: '2.4, Internal Maintenance Audits',
    text: 'For the purposes of COR a pending organization is considered certified, but receives no letter or certificate until its deficiencies have been corrected.',
    settledBy: ['R-23'],
  },
  'R-6': {
    title: 'The letter for year 2 is due at the first anniversary',
    titleFr: 'La lettre de l’année 2 doit être délivrée à la première date anniversaire',
    source: 'REGISTRY',
    section: 'open point 6',
    text:
      'We read “in years 2 and 3” to mean that the letter for year 2 is due at the first anniversary and the letter for year 3 at the ' +
      'second.',
  },
  'R-7': {
    title: 'Day 31 is pending, day 91 is lost',
    titleFr: 'En attente dès le 31e jour, perdue dès le 91e',
    source: 'REGISTRY',
    section: 'open point 7',
    text: 'The anniversary is day 0. Days 0 to 30 without the document are certified, days 31 to 90 pending; the certification is lost at the start of day 91, even if a document is issued on that day.',
  },
  'R-8': {
    title: 'No letter after day 90',
    titleFr: 'Aucune lettre après le 90e jour',
    source: 'REGISTRY',
    section: 'open point 8',
    text:
      'A letter after day 90 restores nothing, so issuing it is refused. The text makes no allowance for delay at IHSA, so staff are ' +
      'alerted from day 60.',
  },
  'R-9': {
    title: 'Which letters count',
    titleFr: 'Quelles lettres sont valables',
    source: 'REGISTRY',
    section: 'open point 9',
    text:
      'A letter names its year. For year 2 it is issued from the certificate’s day to day 90 after the first anniversary; for year 3 ' +
      'from the day after the first anniversary, not before the letter for year 2, to day 90 after the second. Other letters do not ' +
      'count. A letter on days 31 to 90 makes the account certified again from its day; the anniversary does not move.',
  },
  'G-2.5.b': {
    title: 'An external audit begins the new cycle',
    titleFr: 'Une vérification externe ouvre le nouveau cycle',
    source: 'GUIDELINE',
    section: '2.5',
    text:
      'The new cycle needs an external audit, best started 60 to 90 days before the anniversary. The internal audit of its first year ' +
      'is shown to the external auditor but not submitted to IHSA.',
    settledBy: ['R-35'],
  },
  'G-2.5.c': {
    title: 'No new certificate: pending after 30 days, lost after 90',
    titleFr: 'Sans nouveau certificat : en attente après 30 jours, perdue après 90',
    source: 'GUIDELINE',
    section: '2.5',
    text: 'If the new certificate is not obtained within 30 days after the anniversary, the certification is pending; if not within 90 days, it is lost and the process starts from the beginning.',
    settledBy: ['R-7', 'R-10', 'R-12', 'R-13'],
  },
  'G-2.5.d': {
    title: 'A new three-year period',
    titleFr: 'Une nouvelle période de trois ans',
    source: 'GUIDELINE',
    section: '2.5',
    text: 'Upon success of the external audit certification is granted and a new three-year period begins.',
    settledBy: ['R-11'],
  },
  'R-10': {
    title: 'In force until superseded or lost',
    titleFr: 'En vigueur jusqu’au remplacement ou à la perte',
    source: 'REGISTRY',
    section: 'open point 10',
    text:
      'A COR certificate is in force from its issue until it is superseded or lost. The third anniversary is its printed end; days 0 to ' +
      '30, 31 to 90 and 91 apply to it as they do to the first two.',
  },
  'R-11': {
    title: 'The new certificate sets the new anniversary',
    titleFr: 'Le nouveau certificat fixe la nouvelle date anniversaire',
    source: 'REGISTRY',
    section: 'open point 11',
    text: 'The new anniversary is the new certificate’s day of issue, before or after the third anniversary.',
  },
  'R-12': {
    title: 'Day 91 comes before a re-audit’s six months',
    titleFr: 'Le 91e jour précède la fin des six mois d’une vérification de reprise',
    source: 'REGISTRY',
    section: 'open point 12',
    text: 'A failed renewal audit has its six months for the re-audit, but if day 91 comes first the certification is lost.',
  },
  'R-13': {
    title: 'After a loss, a new registration first',
    titleFr: 'Après une perte, d’abord une nouvelle inscription',
    source: 'REGISTRY',
    section: 'open point 13',
    text:
      'After a loss, a certificate needs a registration confirmed since then; without one, issuing it is refused. An import reports ' +
      'such a certificate but keeps it, and it counts; one issued on the first day of the loss does not prevent the loss.',
  },
  'F-19': {
    title: 'COR 2020 at any anniversary',
    titleFr: 'COR 2020 à toute date anniversaire',
    source: 'FAQ',
    section: 'question 19',
    text: 'A certified firm may take the COR 2020 audit at any anniversary of its cycle.',
  },
  'F-24': {
    title: 'A transition audit in a maintenance year',
    titleFr: 'Une vérification de transition dans une année de maintien',
    source: 'FAQ',
    section: 'question 24',
    text: 'A firm may move to COR 2020 between external audits, in a maintenance year, by a transition audit.',
    settledBy: ['R-14'],
  },
  'F-20': {
    title: 'New firms start with COR 2020',
    titleFr: 'Les nouvelles entreprises commencent par COR 2020',
    source: 'FAQ',
    section: 'question 20',
    text: 'A firm that has not started is advised to work towards COR 2020.',
    notEncoded: 'Advice only; X-4 has since made it a rule.',
  },
  'F-21': {
    title: 'A firm far along may finish COR first',
    titleFr: 'L’entreprise déjà avancée peut d’abord terminer COR',
    source: 'FAQ',
    section: 'question 21',
    text: 'A firm with significant progress towards COR is advised to finish it and move to COR 2020 in a later year.',
    notEncoded: 'Advice for the transition only; X-4 has since ended it.',
  },
  'X-4': {
    title: 'COR 2020 compulsory since 2021 and 2022',
    titleFr: 'COR 2020 obligatoire depuis 2021 et 2022',
    source: 'IHSA_PAGES',
    section: 'audit page',
    text: 'COR 2020 is compulsory for initial internal audits received on or after 1 December 2021 and for external audits completed on or after 1 October 2022. A COR certificate in mid-cycle is maintained until its next external audit.',
    settledBy: ['R-35', 'R-43'],
    certainty: 'sure',
  },
  'X-21': {
    title: 'No certificate of the older COR can still be earned',
    titleFr: 'Aucun certificat de l’ancien COR ne peut plus être obtenu',
    source: 'IHSA_PAGES',
    section: 'audit page',
    text:
      'External audits with the older tool had to be completed by 30 September 2022. A certificate of the older COR that rests on a later one ' +
      'is an anomaly, and so is one dated after 30 September 2023: a report, a re-audit within six months and the issue fit into that year. ' +
      'The year is ours. The certificate counts as recorded.',
    certainty: 'sure',
    settledBy: ['R-43'],
  },
  'X-25': {
    title: 'Letters of year 1 prove nothing beyond the certificate',
    titleFr: 'Une lettre de la première année ne prouve rien de plus que le certificat',
    source: 'IHSA_PAGES',
    section: 'an older page on COR',
    text:
      'An older page says that the certificate and a Letter of Good Standing were issued together after the external audit. The guideline has ' +
      'letters for years 2 and 3. A letter of year 1 in an import is kept and has no effect.',
    certainty: 'sure',
    settledBy: ['R-9'],
  },
  'R-43': {
    title: 'The later page decides when COR 2020 is compulsory',
    titleFr: 'La page la plus récente décide quand COR 2020 est obligatoire',
    source: 'REGISTRY',
    section: 'open point 43',
    text:
      'The FAQ calls COR 2020 voluntary (question 1), leaves the audit tool to the firm (8, 19, 21) and expects every firm to have ' +
      'moved by 2024 (12). IHSA’s later page names the days from which it is compulsory. From those days on that page decides; before ' +
      'them the FAQ does. This does not shorten a certificate to the older COR: it is kept until its next external audit, even after ' +
      '2024.',
  },
  'R-14': {
    title: 'What a transition audit changes',
    titleFr: 'Ce que change une vérification de transition',
    source: 'REGISTRY',
    section: 'open point 14',
    text:
      'A transition audit is an internal audit that leads to the Letter of Good Standing. The standard becomes COR 2020 from the first ' +
      'letter that counts on or after its completion; the anniversary and the day of the last third-party audit stay.',
  },
  'R-35': {
    title: 'Which audit and which registration belong to which cycle',
    titleFr: 'Quelle vérification et quelle inscription relèvent de quel cycle',
    source: 'REGISTRY',
    section: 'open point 35',
    text:
      'During the first certification, an audit counts if it was received, started or completed on or after the day of the earliest ' +
      'registration in effect. A maintenance or transition audit received after the certificate’s day belongs to the first letter not yet issued then, and ' +
      'to the letter for year 3 only after the first anniversary. An external audit started or completed after the certificate’s day ' +
      'belongs to the renewal, and so does a registration confirmed on or after the second anniversary; ' +
      'a new certificate needs one confirmed after the day of the last COR certificate and still in effect. A failed re-audit may be ' +
      'repeated within the same six months. If there are several audits of one kind, the last one counts. An audit with the older tool ' +
      'does not count where COR 2020 is compulsory.',
  },
  'R-47': {
    title: 'A failed renewal audit restarts the process',
    titleFr: 'Une vérification de renouvellement non réussie fait recommencer le processus',
    source: 'REGISTRY',
    section: 'open point 47',
    text: 'When an external audit for the new cycle failed and no re-audit passed within its six months, the process restarts: an internal audit that IHSA received since the failed audit’s report, and reviewed, precedes the next external audit. The clocks of the running certificate run on.',
  },
} as const satisfies Chapter;
