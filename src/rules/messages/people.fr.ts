import type { peopleEnglish, peopleWordsEnglish } from './people.en.ts';

/** The French of what is said of people, their training, the system in place and its evidence. */
export const peopleFrench = {
  // Qui peut effectuer une vérification interne (G-2.2.a, G-3.3.a, G-4.2)
  'course-completed': 'Le cours « {course:word} » a été réussi le {completedOn:day}.',
  'course-exempted': 'Une exemption du cours « {course:word} » a été accordée le {grantedOn:day}.',
  'course-missing': 'Au {on:day}, le cours « {course:word} » n’a pas été réussi et n’a fait l’objet d’aucune exemption.',
  'internal-auditor-designated':
    'La personne est désignée pour effectuer les vérifications internes depuis le {from:day}, à titre d’employé permanent à temps plein.',
  'internal-auditor-not-permanent':
    'La personne est désignée pour effectuer les vérifications internes, mais elle n’est pas employée à titre permanent et à temps plein.',
  'internal-auditor-not-designated': 'La personne n’est pas désignée pour effectuer les vérifications internes le {on:day}.',
  'retraining-open': 'L’IHSA a exigé une nouvelle formation le {requiredOn:day}; elle n’est pas terminée.',
  'no-retraining-open': 'Aucune nouvelle formation n’est à suivre.',

  // Exemptions (G-2.2.b)
  'exemption-of-course':
    'Le cours « {course:word} » ne peut pas faire l’objet d’une exemption : seuls les cours « COR Essentials » et « Basic Auditing Principles » le peuvent.',
  'exemption-evidence-missing': 'Il manque à la demande la pièce suivante : {what:word}.',
  'exemption-evidence-refused':
    'À la place des relevés de notes et des plans de cours, la pièce suivante n’est pas acceptée : {what:word}.',
  'exemption-provider':
    'Le cours n’a été donné ni par un membre de la CFCSA ni par un autre organisme reconnu qui forme des vérificateurs principaux.',
  'exemption-without-course': 'Aucune date de réussite n’est consignée pour un autre cours qui pourrait être reconnu à la place.',
  'exemption-course-too-old':
    'Le cours a été réussi le {completedOn:day}; le dernier jour pour demander une exemption à ce titre était le {lastDay:day}.',

  // Le système et ses preuves (G-1.2.d, G-1.2.e)
  'system-day-missing': 'La date de mise en place du système de gestion de la santé et de la sécurité au travail n’est pas consignée.',
  'system-too-new':
    'Le système de gestion de la santé et de la sécurité au travail est en place depuis le {inPlaceSince:day}; la vérification interne initiale est possible à compter du {from:day}.',
  'evidence-too-old':
    'L’élément de preuve « {name} » a été créé le {createdOn:day}; le dernier jour pour le soumettre était le {lastDay:day}.',
  'evidence-after-submission': 'L’élément de preuve « {name} » est daté du {createdOn:day}, après la soumission.',

  // Demandes d’inscription (G-2.1.a)
  'refused-merging-numbers':
    'Les comptes de la WSIB {kept} et {ended} sont des comptes différents : chacun est inscrit, vérifié et certifié séparément.',
  'refused-merging-business-numbers':
    'Les numéros d’entreprise {kept} et {ended} appartiennent à deux entreprises : si l’un d’eux est erroné, il faut d’abord le corriger.',
  'refused-merging-certified': 'Chacun des deux comptes a été certifié : il ne s’agit pas d’un seul compte saisi deux fois.',
  'refused-merging-applications': 'Chacun des deux comptes a une demande en cours : l’une d’elles doit d’abord être rejetée.',
  'application-acknowledged': 'Un accusé de réception de la demande a été envoyé le {day:day}.',
  'application-not-acknowledged': 'La demande n’a pas fait l’objet d’un accusé de réception.',
  'application-verified': 'Le numéro de compte et celui de l’entreprise (firm number) ont été validés le {day:day}.',
  'application-not-verified': 'Le numéro de compte et celui de l’entreprise (firm number) ne sont pas validés.',
  'application-rejected': 'La demande a été rejetée le {rejectedOn:day}; l’entreprise doit présenter une nouvelle demande.',
  'application-confirmed': 'La demande a été confirmée le {confirmedOn:day}.',
  'application-open': 'Une demande du {appliedOn:day} est en cours : elle doit d’abord être confirmée ou rejetée.',

  // Obligations
  'owe-successor':
    'Après le {leftOn:day}, personne n’est désigné pour le rôle suivant : {role:word}. L’IHSA doit être informée de la personne qui prend la relève, formée pour ce rôle.',
  'owe-permanent-auditor':
    'Aucun des vérificateurs internes n’est un employé permanent à temps plein, alors qu’il en faut au moins un; l’IHSA doit être informée de celui qui est désigné.',
  'owe-training': 'Cours à réussir pour le rôle suivant ({role:word}) : {courses:words}.',
  'owe-code-of-ethics': 'La personne désignée à compter du {from:day} ({role:word}) doit signer le code d’éthique.',
  'owe-exemption-decision': 'La demande d’exemption du {requestedOn:day} attend une décision. Cours visé : {courses:words}.',
  'owe-retraining': 'Le {requiredOn:day}, l’IHSA a exigé une nouvelle formation pour le rôle suivant : {role:word}.',
} as const satisfies Record<keyof typeof peopleEnglish, string>;

/** Our French for roles, courses, evidence and obligations. The names of IHSA's courses are its own. */
export const peopleWordsFrench = {
  SENIOR_MANAGEMENT_REPRESENTATIVE: 'représentant de la haute direction',
  INTERNAL_AUDITOR: 'vérificateur interne',
  COR_ESSENTIALS: 'COR Essentials',
  BASIC_AUDITING_PRINCIPLES: 'Basic Auditing Principles',
  COR_INTERNAL_AUDITOR: 'COR Internal Auditor',
  INTRODUCTION_TO_HAZARD_AND_RISK_MANAGEMENT: 'Introduction to Hazard & Risk Management',
  TRANSCRIPT: 'relevé de notes',
  COURSE_OUTLINE: 'plan de cours',
  COURSE_CERTIFICATE: 'certificat',
  WALLET_CARD: 'carte de portefeuille',
  EXPERIENCE: 'expérience',
  TRAINING: 'formation pour un rôle',
  CODE_OF_ETHICS: 'code d’éthique',
  TRAINING_EXEMPTION: 'demande d’exemption d’un cours',
  RETRAINING: 'nouvelle formation',
} as const satisfies Record<keyof typeof peopleWordsEnglish, string>;
