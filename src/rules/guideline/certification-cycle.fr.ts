import type { certificationCycle } from './certification-cycle.ts';

/** The texts of the chapter’s clauses in French: ours, unofficial. */
export const certificationCycleFrench: Readonly<Record<keyof typeof certificationCycle, string>> = {
  'G-2.4.j':
    'Chacune des années 2 et 3, le vérificateur interne ayant suivi la formation fait une vérification de maintien par compte, soumise au moins 60 ' +
    'jours avant la date anniversaire. Soumise plus tard, elle est en retard mais n’est pas refusée : ailleurs, les lignes directrices ' +
    'la demandent au plus tard à la date anniversaire.',
  'G-2.4.k':
    'Un examen favorable donne lieu à un rapport et à une lettre de certification en règle (Letter of Good Standing). Après un ' +
    'examen défavorable, les lacunes sont corrigées dans les 90 jours suivant la date anniversaire, ou le processus recommence; la ' +
    'grille de notation exige alors d’abord une nouvelle vérification interne.',
  'G-2.4.l':
    'Si la lettre de certification en règle n’est pas obtenue dans les 30 jours suivant la date anniversaire, la certification est ' +
    'indiquée comme en attente sur le site Web de l’IHSA.',
  'G-2.4.m':
    'Si la lettre de certification en règle n’est pas obtenue dans les 90 jours suivant la date anniversaire, la certification est ' +
    'perdue et le processus recommence.',
  'G-2.4.n':
    'Aux fins du COR, une entreprise en attente est considérée comme certifiée, mais ne reçoit ni lettre ni certificat avant que ' +
    'ses lacunes soient corrigées.',
  'R-6':
    'Nous lisons « les années 2 et 3 » ainsi : la lettre de l’année 2 est à délivrer à la première date anniversaire et celle de ' +
    'l’année 3 à la deuxième.',
  'R-7':
    'La date anniversaire est le jour 0. Sans le document, le compte est certifié du jour 0 au 30e jour et en attente du 31e au ' +
    '90e; la certification est perdue au début du 91e jour, même si un document est délivré ce jour-là.',
  'R-8':
    'Une lettre délivrée après le 90e jour ne rétablit rien; sa délivrance est donc refusée. Le texte ne prévoit rien pour un ' +
    'retard de l’IHSA, de sorte que le personnel est averti dès le 60e jour.',
  'R-9':
    'Une lettre indique son année. Celle de l’année 2 est délivrée à compter du jour du certificat et jusqu’au 90e jour suivant la ' +
    'première date anniversaire; celle de l’année 3, à compter du lendemain de la première date anniversaire, jamais avant celle ' +
    'de l’année 2, et jusqu’au 90e jour suivant la deuxième. Les autres lettres ne sont pas valables. Une lettre délivrée du 31e ' +
    'au 90e jour rend le compte de nouveau certifié à compter de son jour; la date anniversaire ne change pas.',
  'G-2.5.b':
    'Le nouveau cycle exige une vérification externe, commencée de préférence de 60 à 90 jours avant la date anniversaire. La ' +
    'vérification interne de sa première année est montrée au vérificateur externe, mais n’est pas soumise à l’IHSA.',
  'G-2.5.c':
    'Si le nouveau certificat n’est pas obtenu dans les 30 jours suivant la date anniversaire, la certification est en attente; ' +
    's’il ne l’est pas dans les 90 jours, elle est perdue et le processus recommence.',
  'G-2.5.d': 'À la suite de la vérification externe réussie, la certification est accordée et une nouvelle période de trois ans commence.',
  'R-10':
    'Un certificat COR est en vigueur de sa délivrance jusqu’à ce qu’il soit remplacé ou perdu. La troisième date anniversaire est ' +
    'la fin imprimée; les jours 0 à 30, 31 à 90 et 91 s’y appliquent comme aux deux premières.',
  'R-11':
    'La nouvelle date anniversaire est le jour de la délivrance du nouveau certificat, avant ou après la troisième date ' + 'anniversaire.',
  'R-12':
    'Une vérification de renouvellement non réussie a ses six mois pour la vérification de reprise, mais si le 91e jour arrive ' +
    'd’abord, la certification est perdue.',
  'R-13':
    'Après une perte, un certificat exige une inscription confirmée depuis; sans elle, sa délivrance est refusée. Une importation ' +
    'signale un tel certificat mais le garde, et il est valable; celui qui est délivré le premier jour de la perte n’empêche pas ' +
    'la perte.',
  'F-19': 'Une entreprise certifiée peut se soumettre à la vérification COR 2020 à toute date anniversaire de son cycle.',
  'F-24':
    'Une entreprise peut passer à COR 2020 entre deux vérifications externes, une année de maintien, par une vérification de ' +
    'transition.',
  'F-20': 'Il est conseillé à l’entreprise qui n’a pas commencé de viser COR 2020.',
  'F-21': 'Il est conseillé à l’entreprise bien avancée vers le COR de le terminer et de passer à COR 2020 une année ultérieure.',
  'X-4':
    'COR 2020 est obligatoire pour les vérifications internes initiales reçues à compter du 1er décembre 2021 et pour les ' +
    'vérifications externes terminées à compter du 1er octobre 2022. Un certificat COR en milieu de cycle est maintenu jusqu’à sa ' +
    'prochaine vérification externe.',
  'X-21':
    'Les vérifications externes avec l’ancien outil devaient être terminées au plus tard le 30 septembre 2022. Un certificat de l’ancien ' +
    'COR qui repose sur une vérification ultérieure est une anomalie, comme un certificat daté d’après le 30 septembre 2023 : un rapport, ' +
    'une vérification de reprise dans les six mois et la délivrance tiennent dans une année. C’est nous qui fixons cette année. Le ' +
    'certificat est valable tel qu’il est consigné.',
  'X-25':
    'Une page plus ancienne dit que le certificat et une lettre de certification en règle étaient délivrés ensemble après la vérification ' +
    'externe. Les lignes directrices prévoient des lettres pour les années 2 et 3. Une lettre de l’année 1 importée est ' +
    'conservée et n’a aucun effet.',
  'R-43':
    'La foire aux questions dit COR 2020 facultatif (question 1), laisse l’outil de vérification au choix de l’entreprise (8, 19, ' +
    '21) et s’attend à ce que toutes aient fait le passage en 2024 (12). Une page ultérieure de l’IHSA donne les jours à compter ' +
    'desquels il est obligatoire. À compter de ces jours, cette page l’emporte; avant, c’est la foire aux questions. Cela n’abrège ' +
    'pas un certificat de l’ancien COR : il est maintenu jusqu’à sa prochaine vérification externe, même après 2024.',
  'R-14':
    'Une vérification de transition est une vérification interne qui mène à la lettre de certification en règle. La norme devient ' +
    'COR 2020 à compter de la première lettre valable délivrée le jour où elle est terminée ou après; la date anniversaire et le ' +
    'jour de la dernière vérification par un tiers demeurent.',
  'R-35':
    'Pendant la première certification, une vérification est prise en considération si elle a été reçue, commencée ou terminée à compter du jour de la ' +
    'plus ancienne inscription en vigueur. Une vérification de maintien ou de transition reçue après le jour du certificat appartient à la première ' +
    'lettre non encore délivrée alors, et à la lettre de l’année 3 seulement après la première date anniversaire. Une ' +
    'vérification externe commencée ou terminée après le jour du certificat appartient au renouvellement, de même qu’une ' +
    'inscription confirmée à compter de la deuxième date anniversaire; un nouveau certificat exige une inscription confirmée après ' +
    'le jour du dernier certificat COR et encore en vigueur. Une vérification de reprise non réussie peut être répétée dans les ' +
    'mêmes six mois. De plusieurs vérifications du même type, la dernière est retenue. Une vérification faite avec l’ancien outil n’est ' +
    'pas valable là où COR 2020 est obligatoire.',
  'R-47':
    'Lorsqu’une vérification externe du nouveau cycle n’a pas été réussie et qu’aucune vérification de reprise ne l’a été dans ses ' +
    'six mois, le processus recommence : une vérification interne que l’IHSA a reçue depuis le rapport de la vérification non ' +
    'réussie, et examinée, précède la prochaine vérification externe. Les délais du certificat en vigueur continuent de courir.',
};
