import type { firstCertification } from './first-certification.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const firstCertificationFrench: Readonly<Record<keyof typeof firstCertification, string>> = {
  'G-2.3':
    'Une vérification est réussie avec au moins 80 % au total, au moins 65 % pour chaque élément et 100 % pour tous les points ' +
    'désignés comme exigences de la loi.',
  'G-2.4.a':
    'L’entreprise qui atteint les notes exigées établit et met en œuvre tout de même un plan de mesures correctives, pour ' +
    'l’amélioration continue.',
  'F-18': 'L’outil de vérification COR 2020 compte 14 éléments.',
  'X-11':
    'L’outil de vérification COR de 2015 compte 19 éléments, dont les éléments 14 à 19 sont des suppléments de l’Ontario. Les ' +
    'éléments sont désignés par leur numéro; là où nous ne connaissons pas de titre, aucun n’est donné.',
  'X-15':
    'La page de l’IHSA donne le nom de quatorze éléments. Nous lisons leur ordre comme leur numérotation : la liste ne porte pas de ' +
    'numéros, et l’outil de vérification confirme le premier. Les éléments de l’ancien COR ne sont désignés que par leur numéro.',
  'R-2':
    'Les notes sont conservées avec deux décimales et ne sont jamais arrondies avant d’être comparées : 79,99 est un échec. Une ' +
    'note supérieure à 100 ou inférieure à 0, un élément manquant ou un élément que l’outil n’a pas est une donnée erronée.',
  'G-2.4.b':
    'Un vérificateur interne ayant suivi la formation fait la vérification, la haute direction l’approuve par sa signature, et elle est soumise avec ' +
    'ses documents. L’IHSA consigne le jour de la réception.',
  'G-2.4.c':
    'Un dossier complet, conforme au guide et qui déclare une note de passage est examiné; sinon, il est retourné pour correction, ' +
    'et les 60 jours recommencent lorsqu’il est soumis de nouveau.',
  'G-2.4.d': 'L’IHSA termine l’examen d’une vérification interne dans les 60 jours suivant sa réception.',
  'G-2.4.e':
    'Un examen qui confirme les notes exigées mène à la vérification externe. Sinon, il donne lieu à un rapport et à un plan de ' +
    'mesures correctives approuvé par l’IHSA, ou à une nouvelle vérification interne, à la discrétion de l’IHSA.',
  'X-22':
    'L’IHSA n’examine aucune vérification avant le paiement. Un dossier impayé est retenu et n’entre dans la file d’examen qu’une fois le ' +
    'paiement reçu.',
  'R-50':
    'Rien n’indique si les 60 jours d’un dossier retenu courent à compter du paiement. Les lignes directrices les comptent à partir de la ' +
    'réception; l’examen garde donc sa date, et les jours de retenue sont montrés à côté. Les dates des lettres et des anniversaires ne ' +
    'bougent pas non plus. Un dossier retourné n’est plus retenu.',
  'G-2.4.f':
    'La vérification externe est terminée dans les six mois suivant le jour où le rapport d’examen de la vérification interne a ' +
    'été reçu; sinon, le processus recommence par une nouvelle vérification interne.',
  'G-2.4.g':
    'Le vérificateur externe figure sur la liste de l’IHSA, et l’IHSA approuve le plan de vérification avant le début de celle-ci, ' +
    'ce qui peut prendre jusqu’à 21 jours.',
  'G-2.4.h':
    'À la suite d’une vérification externe réussie, le compte reçoit un certificat de reconnaissance; le jour de la délivrance ' +
    'devient la date anniversaire.',
  'G-2.4.i':
    'Après une vérification externe non réussie, un plan de mesures correctives est remis au vérificateur externe, et une ' +
    'vérification de reprise est terminée dans les six mois suivant la réception du rapport; sinon, le processus recommence par ' +
    'une nouvelle vérification interne.',
  'G-3.4.a':
    'Ni le même vérificateur ni le même cabinet ne fait deux vérifications externes de suite. Une personne qui conseille ' +
    'l’entreprise ne peut être son vérificateur externe, et les conflits d’intérêts sont déclarés.',
  'G-3.4.b': 'Le vérificateur externe soumet le rapport de vérification à l’IHSA, qui l’approuve avant toute suite.',
  'G-4.3':
    'L’IHSA approuve les plans de vérification avant le début, examine tous les rapports et évalue chaque vérificateur externe une ' +
    'fois par an pendant une vérification.',
  'G-2.0':
    'La certification est valable trois ans à compter de son jour, pourvu que les vérifications internes de maintien soient ' +
    'réussies la deuxième et la troisième année. Une lettre de certification en règle (Letter of Good Standing) l’atteste les ' +
    'années 2 et 3.',
  'F-10':
    'La certification est valable trois ans à compter de son jour, avec des vérifications de maintien réussies la deuxième et la ' +
    'troisième année; la quatrième année, l’employeur fait une nouvelle demande. Une lettre « chaque année » se lit comme une ' +
    'lettre pour l’année 2 et une pour l’année 3.',
  'R-3':
    'Les lignes directrices disent à la fois « reçu » et « date du rapport ». C’est le jour de la réception qui compte; s’il n’est ' +
    'pas connu, c’est la date du rapport.',
  'R-4': 'Une vérification est terminée le dernier jour sur place; les jours de la fermeture et du rapport sont consignés séparément.',
  'R-5':
    'Deux vérifications externes sont consécutives lorsqu’elles se suivent pour un même compte. Une vérification de reprise ' +
    'appartient à sa vérification, de sorte que le même vérificateur peut la faire.',
  'R-34':
    'Le registre consigne les jours où une vérification a commencé, s’est terminée, a été reçue par l’IHSA, a fait l’objet d’un ' +
    'rapport et a été fermée. Pour l’étape et les obligations, un jour manquant est remplacé par le suivant qui est consigné : les ' +
    'dossiers d’années antérieures ont des lacunes. Les six mois courent à compter du jour où l’entreprise a reçu le rapport ou, ' +
    'si ce jour n’est pas consigné, de la date du rapport; un résultat vaut à compter de la date du rapport. Le dernier dossier ' +
    'soumis avant la vérification externe est celui qui compte. Rien ne remplace un jour sur lequel repose un certificat ou une ' +
    'lettre : s’il n’est pas consigné, la condition manque.',
  'R-45':
    'La précédente est la plus récente de deux : la vérification externe que nomme le dernier certificat COR ou, s’il n’en nomme ' +
    'aucune, la dernière terminée entre la délivrance du certificat précédent et la sienne; et toute vérification externe depuis. ' +
    'L’auteur de sa vérification de reprise est compté aussi, et le vérificateur d’une vérification de reprise est comparé de la même ' +
    'façon. Sans une telle vérification, ou sans son vérificateur au registre, la réponse n’est pas ' +
    'connue ici, et rien n’est refusé pour ce motif.',
};
