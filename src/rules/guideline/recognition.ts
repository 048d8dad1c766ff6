import type { Chapter } from './clause.ts';

/** Recognition under SOSE, and WSIB’s rebate. */
export const recognition = {
  'W.1': {
    title: 'An accredited system is chosen',
    titleFr: 'Choix d’un système accrédité',
    source: 'SOSE_ARTICLE',
    section: 'step 1',
    text: 'The ministry lists the health and safety management systems it recognizes; COR 2020, ISO 45001 and CSA Z45001 are among them.',
  },
  'F-23': {
    title: 'The CPO has accredited COR 2020',
    titleFr: 'La directrice générale ou le directeur général de la prévention a accrédité COR 2020',
    source: 'FAQ',
    section: 'question 23',
    text: 'SOSE accredits systems and recognizes employers who have implemented one and meet further criteria. The Chief Prevention Officer has accredited COR 2020.',
  },
  'F-17': {
    title: 'COR 2020 aligns with the accreditation standard',
    titleFr: 'COR 2020 est conforme à la norme d’accréditation',
    source: 'FAQ',
    section: 'question 17',
    text: 'By achieving COR 2020 a workplace fully implements an accredited system; the older COR is not accredited.',
  },
  'W.3.a': {
    title: 'The certificate that the audit earned',
    titleFr: 'Le certificat obtenu par la vérification',
    source: 'SOSE_ARTICLE',
    section: 'step 3',
    text: 'An external audit earns the certificate, and the certificate is needed to apply.',
  },
  'L.a': {
    title: 'Verified within twelve months of the application',
    titleFr: 'Vérifié dans les douze mois précédant la demande',
    source: 'CPO_LETTER',
    section: 'third point',
    text:
      'Lead auditors have verified within twelve months of the application that the system is implemented. The letter says this of ISO ' +
      '17021 bodies; the recognition criteria say it of all bodies (X-1).',
    settledBy: ['R-24', 'R-42'],
  },
  'W.3.b': {
    title: 'Verified by a third party',
    titleFr: 'Vérifié par un tiers',
    source: 'SOSE_ARTICLE',
    section: 'step 3',
    text:
      'A third-party audit verifies that the system meets its standard. For COR 2020 that is the external audit; a maintenance audit by ' +
      'the employer’s own staff is not a third-party audit.',
  },
  'L.b': {
    title: 'Acceptable certification bodies',
    titleFr: 'Organismes de certification acceptés',
    source: 'CPO_LETTER',
    section: 'amendment of 20 January 2021',
    text: 'From 20 January 2021, bodies that meet ISO 17021-1 with the supplement 17021-10 are also acceptable.',
  },
  'X-14': {
    title: 'Acceptable bodies of auditors, and auditors in good standing',
    titleFr: 'Organismes de gouvernance des vérificateurs acceptés et vérificateurs en règle',
    source: 'EMPLOYER_RECOGNITION',
    section: 'certification bodies',
    text:
      'Acceptable bodies are bodies of auditors accredited to ISO 17024 or acknowledged by the Chief Prevention Officer and, since 20 ' +
      'January 2021, ISO 17021-1 bodies with 17021-10. The lead auditor was certified, registered and in good standing on the audit day ' +
      'and on the closing day.',
    certainty: 'sure',
  },
  'W.3.c': {
    title: 'Deficiencies are addressed first',
    titleFr: 'Les lacunes sont d’abord corrigées',
    source: 'SOSE_ARTICLE',
    section: 'step 3',
    text: 'Deficiencies found by the audit are addressed before the certificate is awarded.',
  },
  'W.3.d': {
    title: 'A third-party audit every three years',
    titleFr: 'Une vérification par un tiers tous les trois ans',
    source: 'SOSE_ARTICLE',
    section: 'step 3',
    text:
      'Under every standard, a third-party audit is conducted every three years. This is an obligation after recognition, not a ' +
      'criterion for it.',
  },
  'W.4': {
    title: 'Recognition is public',
    titleFr: 'La reconnaissance est publique',
    source: 'SOSE_ARTICLE',
    section: 'step 4',
    text:
      'An employer whose application is approved gets public recognition on the CPO’s website. Here a recognition is public from the day ' +
      'on which the ministry says that it published it, while it is in effect.',
  },
  'X-1': {
    title: 'Criteria for employer recognition',
    titleFr: 'Critères de reconnaissance des employeurs',
    source: 'EMPLOYER_RECOGNITION',
    section: 'criteria',
    text:
      'An accredited system; a third-party audit within twelve months, with its issues corrected and the audit closed; no conviction ' +
      'under Part III of the Provincial Offences Act for the OHSA within three years; no OHSA prosecution under way; a commitment to ' +
      'worker participation.',
    certainty: 'sure',
  },
  'X-1b': {
    title: 'COR-certified is not SOSE-ready',
    titleFr: 'Certifié COR ne veut pas dire prêt pour PRESTO',
    source: 'IHSA_PAGES',
    section: 'news, 2020 to 2024',
    text: 'A COR 2020 firm also needs an approved SOSE action plan and a further third-party check of its corrections, reviewed by IHSA.',
    certainty: 'sure',
  },
  'X-2': {
    title: 'The WSIB’s rebate',
    titleFr: 'Le rabais de la WSIB',
    source: 'WSIB_PAGES',
    section: 'SOSE financial incentives, two versions',
    text:
      'In addition to recognition: Schedule 1, an active account, premiums and balances paid, no charges under the WSIA or the Criminal ' +
      'Code in the look-back (12 months on an older page, 24 on the present one; the day of the change is not known), and no ' +
      'work-related fatality on or after recognition. The FAQ (question 23) says that every recognized employer is eligible; the letter ' +
      'of the Chief Prevention Officer says that further criteria apply.',
    certainty: 'sure',
  },
  'R-23': {
    title: 'Pending on the application day is not known here',
    titleFr: 'En attente le jour de la demande : le registre ne peut le dire',
    source: 'REGISTRY',
    section: 'open point 23',
    text:
      '“Considered certified” applies to COR. Whether a pending account holds its certificate for the purposes of SOSE is not known ' +
      'here: ask the ministry, and note that the certification will be lost on day 91.',
  },
  'R-24': {
    title: 'ISO 45001 firms are judged by their ISO audit',
    titleFr: 'Les entreprises ISO 45001 sont jugées selon leur vérification ISO',
    source: 'REGISTRY',
    section: 'open point 24',
    text: 'Where an ISO 45001 firm holds an equivalency certificate, its accredited system is ISO 45001 and the audit that counts is the ISO audit.',
  },
  'R-42': {
    title: 'Which audit counts for SOSE',
    titleFr: 'La vérification prise en considération pour PRESTO',
    source: 'REGISTRY',
    section: 'open point 42',
    text:
      'If there are several systems and third-party audits, the one that gets the employer furthest is assessed. What follows is about COR ' +
      '2020; the older COR is not accredited, so nothing depends on it there. A re-audit that passes ' +
      'verifies what its failed external audit did not; if only the re-audit lies within the twelve months, which of the two days ' +
      'counts is not known here. Closing a failed audit before its re-audit does not close it for this purpose. The article requires ' +
      'deficiencies to be addressed before the certificate is awarded; the recognition criteria, which decide, require the audit to be ' +
      'closed before the application. An external audit with the older COR tool did not verify COR 2020, even if a transition audit has ' +
      'changed the standard since. If the certificate held is older than the audit, as in a renewal, whether the employer can apply ' +
      'with it is not known here.',
  },
} as const satisfies Chapter;
