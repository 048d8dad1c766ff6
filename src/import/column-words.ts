import type { Locale } from '../rules/messages/messages.ts';

/** What a person calls a column. */
type Words = Readonly<Record<Locale, string>>;

const said = (en: string, fr: string): Words => ({ en, fr });

/** Columns whose name means the same in every file. */
const anywhere: Readonly<Record<string, Words>> = {
  organization: said('the firm', 'l’entreprise'),
  account: said('the account', 'le compte'),
  wsib_account: said('WSIB account number', 'numéro de compte de la WSIB'),
  number: said('number of the document', 'numéro du document'),
  issued_on: said('day of issue', 'date de délivrance'),
  audit: said('the audit', 'la vérification'),
  person: said('the person', 'la personne'),
  course: said('the course', 'le cours'),
  provider: said('who gave the course', 'organisme qui a donné le cours'),
  spot_check: said('the spot check', 'le contrôle ponctuel'),
  auditor: said('the external auditor', 'le vérificateur externe'),
  company: said('the auditing company', 'le cabinet de vérification'),
  registration: said('the registration', 'l’inscription'),
  confirmed_on: said('day of the confirmation', 'date de la confirmation'),
  completed_on: said('day on which it was completed', 'date à laquelle cela s’est terminé'),
  on: said('day', 'date'),
  kind: said('kind', 'type'),
  name: said('name', 'nom'),
  legal_name: said('legal name', 'dénomination sociale'),
  operating_name: said('operating name', 'nom commercial'),
  former_names: said('former names', 'anciens noms'),
  business_number: said('CRA business number', 'numéro d’entreprise de l’ARC'),
  city: said('city', 'ville'),
  system_in_place_since: said(
    'first day of the health and safety management system',
    'premier jour du système de gestion de la santé et de la sécurité au travail',
  ),
  withdrawn_on: said('first day without effect', 'premier jour où elle n’est plus en vigueur'),
  application: said('your key for the application', 'votre clé pour la demande'),
  firm_number: said('firm number on the form', 'numéro de l’entreprise (firm number) sur le formulaire'),
  applied_on: said('day of the application', 'date de la demande'),
  applied_by: said('who applied', 'auteur de la demande'),
  acknowledged_on: said('day of the acknowledgement', 'date de l’accusé de réception'),
  verified_on: said('day on which the numbers were verified', 'date à laquelle les numéros ont été validés'),
  rejected_on: said('day of the rejection', 'date du rejet'),
  rejected_for: said('what is wrong', 'ce qui est inexact'),
  rejection_reason: said('why it was rejected', 'motif du rejet'),
  entered_on: said('day on which the record began', 'date à laquelle la personne a été consignée'),
  email: said('e-mail address', 'adresse de courriel'),
  erased_on: said('day on which the name was erased', 'date à laquelle le nom a été effacé'),
  role: said('role', 'rôle'),
  from: said('first day', 'premier jour'),
  to: said('last day', 'dernier jour'),
  permanent_full_time: said('whether permanent and full-time', 'emploi permanent à temps plein'),
  code_signed_on: said('day on which the code of ethics was signed', 'date de signature du code d’éthique'),
  requested_on: said('day of the request', 'date de la demande'),
  provider_name: said('name of the provider', 'nom de l’organisme'),
  course_completed_on: said('day on which the other course was completed', 'date à laquelle l’autre cours a été réussi'),
  evidence: said('evidence that was given', 'pièces fournies'),
  decided_on: said('day of the decision', 'date de la décision'),
  granted: said('whether it was granted', 'exemption accordée'),
  decided_by: said('who decided', 'auteur de la décision'),
  required_on: said('day on which it was required', 'date à laquelle elle a été exigée'),
  type: said('type', 'type'),
  tool: said('audit tool', 'outil de vérification'),
  started_on: said('first day on site', 'premier jour sur place'),
  received_on: said('day of receipt', 'date de réception'),
  reported_on: said('day of the report', 'date du rapport'),
  closed_on: said('day on which the audit file was closed', 'date de fermeture du dossier'),
  auditing_company: said('name of the auditing company', 'nom du cabinet de vérification'),
  overall: said('overall score in percent', 'note globale en pour cent'),
  legislated: said('score of legislated items in percent', 'note des éléments prescrits par la loi, en pour cent'),
  internal_auditor: said('the internal auditor', 'le vérificateur interne'),
  external_auditor: said('the external auditor', 'le vérificateur externe'),
  element: said('number of the element', 'numéro de l’élément'),
  score: said('score in percent', 'note en pour cent'),
  standard: said('standard', 'norme'),
  basis: said('what it was granted on', 'fondement'),
  certificate_number: said('number of the certificate that it maintains', 'numéro du certificat qu’elle maintient'),
  year: said('year of the cycle', 'année du cycle'),
  host_expires_on: said('last day of the certification elsewhere', 'dernier jour de la certification obtenue ailleurs'),
  corrective_action: said('whether corrective action was asked for', 'mesures correctives demandées'),
  scope: said('what was checked', 'ce qui a été contrôlé'),
  revocation: said('your key for the revocation', 'votre clé pour la révocation'),
  lifted_on: said('first day without effect', 'premier jour où elle n’est plus en vigueur'),
  reason: said('reason', 'motif'),
  document: said('name or number of the decision', 'nom ou numéro de la décision'),
};

/** Columns that mean something of their own in a file. */
const inFile: Readonly<Record<string, Words>> = {
  'organizations.organization': said('your key for the firm', 'votre clé pour l’entreprise'),
  'accounts.account': said('your key for the account', 'votre clé pour le compte'),
  'registrations.registration': said('your key for the registration', 'votre clé pour l’inscription'),
  'people.person': said('your key for the person', 'votre clé pour la personne'),
  'audits.audit': said('your key for the audit', 'votre clé pour la vérification'),
  'audits.auditor': said('name of the external auditor', 'nom du vérificateur externe'),
  'audits.completed_on': said('last day on site', 'dernier jour sur place'),
  'certificates.audit': said('the external audit that it rests on', 'la vérification externe sur laquelle il repose'),
  'letters.audit': said('the maintenance audit that it rests on', 'la vérification de maintien sur laquelle elle repose'),
  'spot_checks.spot_check': said('your key for the spot check', 'votre clé pour le contrôle ponctuel'),
  'auditors.auditor': said('your key for the auditor', 'votre clé pour le vérificateur'),
  'auditing_companies.company': said('your key for the company', 'votre clé pour le cabinet'),
};

/** Enums whose words the values of a column have; the others have words of their own. */
const enums: Readonly<Record<string, string>> = {
  'audits.type': 'AuditType',
  'audit_steps.kind': 'AuditStep',
  'spot_check_events.kind': 'SpotCheckEventKind',
  'training_exemptions.provider': 'CourseProvider',
  'applications.rejected_for': 'RejectedFor',
};

/** What a person calls a column of a sheet; null where nobody has said it. */
export const columnWords = (locale: Locale, sheet: string, column: string): string | null =>
  (inFile[`${sheet}.${column}`] ?? anywhere[column])?.[locale] ?? null;

/** The enum of the values of a column; empty where the values are known by themselves. */
export const enumOfColumn = (sheet: string, column: string): string => enums[`${sheet}.${column}`] ?? '';
