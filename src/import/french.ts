import { type InFrench, phrasebook } from '../errors-phrases.ts';
import type { Locale } from '../rules/messages/messages.ts';

/** Why values, rows, headers and files are bad or doubtful, in French, by the English; `{}` stands for names, lines and numbers. */
export const frenchOfProblems = {
  'must not be empty': 'ne doit pas être vide',
  'has a value in a column without a name: name the column, or clear the value':
    'contient une valeur dans une colonne sans nom : nommez la colonne ou videz la cellule',
  'says only what to mend: type the values of that row here, or delete this row':
    'dit seulement ce qu’il faut corriger : saisissez ici les valeurs de cette ligne, ou supprimez-la',
  'more bad rows follow in the file: mend and import these, and import the file again':
    'd’autres lignes erronées suivent dans le fichier : corrigez et importez celles-ci, puis importez de nouveau le fichier',
  'contains a NUL character: type the value again': 'contient un caractère nul : ressaisissez la valeur',
  'has a character that could not be read, shown as �: type the value again, and save the file as UTF-8':
    'contient un caractère illisible, affiché � : ressaisissez la valeur et enregistrez le fichier en UTF-8',
  'contains a control character: type the value again': 'contient un caractère de commande : ressaisissez la valeur',
  'is longer than {} characters': 'dépasse {} caractères',
  'means that there is no value, but the column must be filled in: type the number or key':
    'signifie qu’il n’y a pas de valeur, mais la colonne doit être remplie : saisissez le numéro ou la clé',
  'means that there is no value: leave the cell empty': 'signifie qu’il n’y a pas de valeur : laissez la cellule vide',
  'stood in quotation marks, which were left out: type it without them':
    'était entre guillemets, qui ont été retirés : saisissez la valeur sans guillemets',
  'begins with a quotation mark that is not closed in its cell: put straight quotes (") around the value, or none':
    'commence par un guillemet qui n’est pas fermé dans sa cellule : mettez la valeur entre guillemets droits (") ou sans guillemets',
  'has a question mark inside a word, where a letter may have been lost when the file was saved: type the letter':
    'contient un point d’interrogation dans un mot, où une lettre s’est peut-être perdue à l’enregistrement du fichier : saisissez la lettre',
  'was read as the number alone, without what stands around it: type the number alone':
    'a été lu comme le numéro seul, sans ce qui l’entoure : saisissez le numéro seul',
  'was read as the registry holds it, with what stands around the number: correct the account to record the number alone':
    'a été lu comme le registre le contient, avec ce qui entoure le numéro : corrigez le compte pour consigner le numéro seul',
  'is longer or shorter than the WSIB account numbers of today, which have seven digits':
    'est plus long ou plus court que les numéros de compte de la WSIB d’aujourd’hui, qui ont sept chiffres',
  'holds several numbers: an account has one': 'contient plusieurs numéros : un compte n’en a qu’un',
  'the names of the columns are in one cell: separate values with commas, semicolons or tabs, and put quotes around each value, not around the row':
    'les noms des colonnes sont dans une seule cellule : séparez les valeurs par des virgules, des points-virgules ou des tabulations, et mettez les guillemets autour de chaque valeur, non de la ligne',
  'could be more than one day, since the month may come before or after the day: write it YYYY-MM-DD':
    'peut désigner plus d’une date, car le mois peut venir avant ou après le jour : écrivez AAAA-MM-JJ',
  'has a time of day: write the day alone, as YYYY-MM-DD': 'contient une heure : écrivez le jour seul, sous la forme AAAA-MM-JJ',
  'names the wrong day of the week for its date: write it YYYY-MM-DD':
    'nomme un jour de la semaine qui n’est pas celui de la date : écrivez AAAA-MM-JJ',
  'is a plain number, perhaps a spreadsheet’s number for a day: write the day YYYY-MM-DD':
    'est un simple nombre, peut-être celui qui représente une date dans un tableur : écrivez la date AAAA-MM-JJ',
  'is not in a form of a day that can be read: write it YYYY-MM-DD':
    'n’est pas sous une forme de date qui peut être lue : écrivez AAAA-MM-JJ',
  'must be a day that exists, of the years 1900 to 2199, written YYYY-MM-DD':
    'doit être un jour qui existe, des années 1900 à 2199, sous la forme AAAA-MM-JJ',
  'must be one of {}': 'doit être une de ces valeurs : {}',
  'must be {}': 'doit être {}',
  'must be yes or no': 'doit être yes (oui) ou no (non)',
  'must hold one or several of {}, separated by semicolons':
    'doit contenir une ou plusieurs de ces valeurs : {}, séparées par des points-virgules',
  'must be a whole number from {} to {}': 'doit être un nombre entier de {} à {}',
  'must be a number from 0 to 100 with at most two decimals': 'doit être un nombre de 0 à 100, avec au plus deux décimales',
  'may be a fraction, as a spreadsheet stores a percentage: type 85 for 85 %, or the sign too, as in 0.85 %, if that is meant':
    'est peut-être une fraction, comme un tableur enregistre un pourcentage : saisissez 85 pour 85 %, ou aussi le signe, comme dans 0,85 %, si c’est ce qui est voulu',
  'ends with the code of a character, such as &amp, without its semicolon, which may have separated two values: type the character':
    'finit par le code d’un caractère, comme &amp, sans son point-virgule, qui a peut-être séparé deux valeurs : saisissez le caractère',
  'is 0, which a formula gives for an empty cell: clear the cell, or type the value':
    'est 0, ce qu’une formule donne pour une cellule vide : videz la cellule ou saisissez la valeur',
  'is a TRUE or FALSE of the spreadsheet: type the value': 'est un VRAI ou un FAUX du tableur : saisissez la valeur',
  'must be nine digits that pass their check digit, and a program account (RT0001) or nothing after them':
    'doit être composé de neuf chiffres dont le chiffre de contrôle est juste, suivis ou non d’un compte de programme (RT0001)',
  'must be a WSIB account number: letters and digits, at least one digit, at most 40; spaces and hyphens do not matter':
    'doit être un numéro de compte de la WSIB : des lettres et des chiffres, dont au moins un chiffre, 40 au plus; les espaces et les traits d’union sont sans effet',
  'has a minus sign: type the number without it': 'a un signe moins : saisissez le numéro sans ce signe',
  'looks like a day, perhaps made by a spreadsheet of a number: type the number again':
    'ressemble à une date, peut-être créée par un tableur à partir d’un numéro : ressaisissez le numéro',
  'has a letter, and the WSIB account numbers of today have digits only: O may stand for 0, and I for 1':
    'contient une lettre, et les numéros de compte de la WSIB d’aujourd’hui n’ont que des chiffres : O peut remplacer 0, et I peut remplacer 1',
  'is too short, or of another form than this registry takes, for a WSIB account number: type it again, or leave the cell empty':
    'est trop court, ou d’une autre forme que celle admise par ce registre, pour un numéro de compte de la WSIB : ressaisissez-le ou laissez la cellule vide',
  'has a name that {}': 'contient un nom qui {}',
  'has more than {} names': 'contient plus de {} noms',
  'is a spreadsheet error such as #N/A: correct the formula, or type the value':
    'est une erreur de tableur, comme #N/A : corrigez la formule ou saisissez la valeur',
  'is a formula without its result: open the workbook in a spreadsheet program, recalculate it, and save it':
    'est une formule sans résultat : ouvrez le classeur dans un tableur, recalculez-le et enregistrez-le',
  'is a date, perhaps made by the spreadsheet from something else: format the cell as text and type the value again':
    'est une date, peut-être créée par le tableur à partir d’autre chose : mettez la cellule au format texte et ressaisissez la valeur',
  'looks like a date, perhaps made by a spreadsheet from something else: type what it stands for, or leave it if it is meant':
    'ressemble à une date, peut-être créée par un tableur à partir d’autre chose : saisissez ce qu’elle représente, ou laissez-la si elle est voulue',
  'is a number that has lost digits in the spreadsheet: format the cell as text and type it again':
    'est un nombre auquel le tableur a fait perdre des chiffres : mettez la cellule au format texte et ressaisissez-le',
  'shows zeros or letters that are not in the cell, and was read as shown: format the cell as text and type them':
    'affiche des zéros ou des lettres absents de la cellule, et a été lu tel qu’affiché : mettez la cellule au format texte et saisissez-les',
  'is merged with another cell: separate the two, and type the value into each cell that it is meant for':
    'est fusionné avec une autre cellule : séparez-les et saisissez la valeur dans chaque cellule à laquelle elle est destinée',
  'means that there is no value, but is recorded as it stands: leave the cell empty instead':
    'signifie qu’il n’y a pas de valeur, mais est consigné tel quel : laissez plutôt la cellule vide',
  'has the code of a character, such as &amp;, in place of the character: type the character':
    'contient le code d’un caractère, comme &amp;, au lieu du caractère : saisissez le caractère',
  'has garbled letters, such as Ã© for é: type them again': 'contient des lettres mal décodées, comme Ã© pour é : ressaisissez-les',
  'looks like one that the registry holds with other hyphens or spaces, or with invisible characters':
    'ressemble à celui que le registre contient avec d’autres traits d’union ou espaces, ou avec des caractères invisibles',
  'the registry holds this number with leading zeros; a spreadsheet may have taken them away':
    'le registre contient ce numéro avec des zéros au début; un tableur les a peut-être enlevés',
  'the same {} as on line {}': 'même valeur de {} qu’à la ligne {}',
  'the same WSIB account as on line {}': 'même compte de la WSIB qu’à la ligne {}',
  'the same WSIB account as on line {} if O stands for 0, and I or L for 1: type the digits, or leave this row out':
    'même compte de la WSIB qu’à la ligne {} si O y remplace 0, et I ou L, 1 : saisissez les chiffres, ou retirez cette ligne',
  'is the WSIB account of another account in the registry if O stands for 0, and I or L for 1: type the digits, or leave this row out':
    'est le compte de la WSIB d’un autre compte du registre si O y remplace 0, et I ou L, 1 : saisissez les chiffres, ou retirez cette ligne',
  'refers to a bad row of {}': 'renvoie à une ligne erronée du fichier {}',
  'is neither in {} nor in the registry': 'ne figure ni dans {} ni au registre',
  'differs from the registry’s record: a document does not move to another account':
    'diffère de ce que le registre contient : un document ne passe pas à un autre compte',
  '{}, sheet {}': '{}, feuille {}',
  'is the number of a document of another kind in the registry': 'est le numéro d’un document d’un autre type au registre',
  'is also the number of a document in {}': 'est aussi le numéro d’un document du fichier {}',
  'is the WSIB account of another account in the registry': 'est le compte de la WSIB d’un autre compte du registre',
  'is empty, but the registry holds certificates of the account: a firm without a WSIB account has none (R-22)':
    'est vide, alors que le registre contient des certificats du compte : une entreprise sans compte de la WSIB n’en a pas (R-22)',
  'lies before {}': 'précède {}',
  'is a day to come ({}): it is kept, and counts from that day':
    'est un jour à venir ({}) : le fait est conservé et pris en considération à partir de ce jour',
  'a certificate of the same kind for the same account and day is on line {}':
    'un certificat du même type, pour le même compte et le même jour, figure à la ligne {}',
  'the registry holds another certificate of the same kind for the same account and day':
    'le registre contient un autre certificat du même type, pour le même compte et le même jour',
  'has no WSIB account number, and a firm without one holds no certificate (R-22)':
    'n’a pas de numéro de compte de la WSIB, et une entreprise sans ce numéro ne détient aucun certificat (R-22)',
  'belongs to another account than the letter does in the registry: a document does not move to another account':
    'appartient à un autre compte que la lettre du registre : un document ne passe pas à un autre compte',
  'the registry holds element scores of this audit, and they are of another tool':
    'le registre contient des notes d’éléments de cette vérification, et elles viennent d’un autre outil',
  'is an element that the tool of the audit does not have: {} has elements 1 to {}':
    'est un élément que l’outil de la vérification n’a pas : {} a les éléments 1 à {}',
  'has valid scores for {} of the {} elements of its tool': 'a des notes valides pour {} des {} éléments de son outil',
  'must all be filled in, or all be empty': 'doivent être toutes remplies, ou toutes vides',
  'is an audit of another account': 'est une vérification d’un autre compte',
  'is given for a certificate by equivalency, which rests on no audit':
    'est indiqué pour un certificat d’équivalence, qui ne repose sur aucune vérification',
  'is given together with confirmed_on: an application ends only once':
    'est indiqué avec confirmed_on : une demande ne se termine qu’une fois',
  'is given without confirmed_on': 'est indiqué sans confirmed_on',
  'is a registration of another account': 'est une inscription d’un autre compte',
  'has another application that was neither confirmed nor rejected': 'a une autre demande qui n’a été ni confirmée ni rejetée',
  'the registry has erased the name of this person: leave the name empty, and give the erased_on that it holds':
    'le registre a effacé le nom de cette personne : laissez le nom vide et indiquez le erased_on qu’il contient',
  'must not be empty, except for a person whose name was erased': 'ne doit pas être vide, sauf pour une personne dont le nom a été effacé',
  'must be empty, since erased_on says that it was erased': 'doit être vide, puisque erased_on dit qu’il a été effacé',
  'can be erased only with eraseExternalAuditor': 'ne s’efface qu’avec eraseExternalAuditor',
  'names the auditor of an internal audit: give the person in internal_auditor, so that the name can be erased':
    'nomme le vérificateur d’une vérification interne : indiquez la personne dans internal_auditor, pour que le nom puisse être effacé',
  'the registry has erased the name of this auditor: leave it empty': 'le registre a effacé le nom de ce vérificateur : laissez-le vide',
  'is given without a name': 'est indiqué sans nom',
  'the person already has this role at the account on some of these days':
    'la personne a déjà ce rôle auprès du compte pendant une partie de ces jours',
  'a quote that opens in this row is never closed': 'un guillemet ouvert dans cette ligne n’est jamais fermé',
  'the row is longer than 1 MB; perhaps a quote that opens in it is never closed':
    'la ligne dépasse 1 Mo; peut-être un guillemet qui s’y ouvre n’est-il jamais fermé',
  'text follows a closing quote; a quote inside quotes is written twice':
    'du texte suit un guillemet fermant; un guillemet entre guillemets s’écrit deux fois',
  'too many rows before this one could not be parsed: the rest of the file was not read':
    'trop de lignes avant celle-ci étaient illisibles : le reste du fichier n’a pas été lu',
  'the file is empty: its first line must name the columns': 'le fichier est vide : sa première ligne doit nommer les colonnes',
  'the names of the columns are in row {}: delete the rows above it':
    'les noms des colonnes sont à la ligne {} : supprimez les lignes qui la précèdent',
  'its first row names none of the columns {}': 'sa première ligne ne nomme aucune des colonnes {}',
  'the column is missing': 'la colonne manque',
  'there is no such column in this file': 'ce fichier n’a pas de colonne de ce nom',
  'the column appears more than once': 'la colonne figure plus d’une fois',
} as const satisfies Readonly<Record<string, string>>;

/** Why an import cannot begin, in French. */
export const frenchOfImports = {
  'Name the folder or the workbook to import; --template writes an empty workbook.':
    'Nommez le dossier ou le classeur à importer; --template écrit un classeur vide.',
  '{} holds {}, which is not part of the format. {}': '{} contient {}, ce qui n’entre pas dans le format. {}',
  '{} holds no file to import. {}': '{} ne contient aucun fichier à importer. {}',
  'The files of the format are {}, or a workbook with a sheet for each.':
    'Les fichiers du format sont {}, ou un classeur avec une feuille pour chacun.',
  '{} is neither a folder nor a file that can be read.': '{} n’est ni un dossier ni un fichier lisible.',
  '{} is a workbook of the old kind (.xls): open it in a spreadsheet program and save it as an Excel workbook (.xlsx).':
    '{} est un ancien classeur Excel (.xls) : ouvrez-le dans un tableur et enregistrez-le comme classeur Excel (.xlsx).',
  '{} has a password: open it in a spreadsheet program, take the password off, and save it as an Excel workbook (.xlsx).':
    '{} est protégé par un mot de passe : ouvrez-le dans un tableur, retirez le mot de passe et enregistrez-le comme classeur Excel (.xlsx).',
  '{} is a web page or an XML file, whatever its name says: open it in a spreadsheet program and save it as an Excel workbook (.xlsx).':
    '{} est une page Web ou un fichier XML, quel que soit son nom : ouvrez-le dans un tableur et enregistrez-le comme classeur Excel (.xlsx).',
  '{} is neither text nor a workbook: save the table as CSV or as an Excel workbook (.xlsx).':
    '{} n’est ni du texte ni un classeur : enregistrez le tableau en CSV ou comme classeur Excel (.xlsx).',
  '{} is written in UTF-32: save it as CSV in UTF-8.': '{} est en UTF-32 : enregistrez-le en CSV UTF-8.',
  '{} is a PDF file: import the workbook or the CSV file that it was made from.':
    '{} est un fichier PDF : importez le classeur ou le fichier CSV dont il provient.',
  '{} is an OpenDocument file: save it as an Excel workbook (.xlsx).':
    '{} est un fichier OpenDocument : enregistrez-le comme classeur Excel (.xlsx).',
  '{} is a document of Numbers or Pages: export it as an Excel workbook (.xlsx).':
    '{} est un document Numbers ou Pages : exportez-le comme classeur Excel (.xlsx).',
  '{} is a Word document: copy its table into a spreadsheet, and save that as an Excel workbook (.xlsx).':
    '{} est un document Word : copiez son tableau dans un tableur et enregistrez-le comme classeur Excel (.xlsx).',
  '{} has accents as the Macintosh or MS-DOS wrote them: save it anew as “CSV UTF-8” or as an Excel workbook (.xlsx), neither of which garbles them.':
    'Les accents de {} sont codés comme sur d’anciens Macintosh ou sous MS-DOS : enregistrez-le de nouveau au format « CSV UTF-8 » ou comme classeur Excel (.xlsx), qui les conservent.',
  '{} is a binary workbook (.xlsb): save it as an Excel workbook (.xlsx).':
    '{} est un classeur binaire (.xlsb) : enregistrez-le comme classeur Excel (.xlsx).',
  '{} is a zip archive, but not an Excel workbook: unpack it, and import the files in it.':
    '{} est une archive zip, mais non un classeur Excel : décompressez-la et importez les fichiers qu’elle contient.',
  '{} is damaged, or is not a workbook.': '{} est endommagé, ou n’est pas un classeur.',
  '{} is damaged: it is not a complete zip archive.': '{} est endommagé : l’archive zip n’est pas complète.',
  '{} is damaged, or has a password: save it again without a password.':
    '{} est endommagé ou protégé par un mot de passe : enregistrez-le de nouveau sans mot de passe.',
  '{} is damaged: a part of it is not XML.': '{} est endommagé : une de ses parties n’est pas du XML.',
  '{} declares a document type, which no spreadsheet does.': '{} déclare un type de document, ce qu’aucun tableur ne fait.',
  '{} has a cell of more than 1 MB.': '{} a une cellule de plus de 1 Mo.',
  '{} has more than {} parts.': '{} a plus de {} parties.',
  '{} has more than {} merged cells.': '{} a plus de {} cellules fusionnées.',
  '{} unpacks to more than {} MB.': '{} dépasse {} Mo une fois décompressé.',
  '{} has a part that unpacks to more than {} MB.': '{} a une partie qui dépasse {} Mo une fois décompressée.',
  '{} has a sheet of more than {} rows.': '{} a une feuille de plus de {} lignes.',
  '{} has a sheet of more than {} columns.': '{} a une feuille de plus de {} colonnes.',
  '{}, sheet {}': '{}, feuille {}',
  '{} is damaged: get it again from where it came, or save it again.':
    '{} est endommagé : obtenez-le de nouveau à sa source, ou enregistrez-le de nouveau.',
  '{} is empty, so it is not a workbook: save it again in the spreadsheet program, or get it again from where it came.':
    '{} est vide, ce n’est donc pas un classeur : enregistrez-le de nouveau dans le tableur, ou obtenez-le de nouveau à sa source.',
  '{} is text, not a workbook: give it the name of its file, such as organizations.csv, or save it as an Excel workbook (.xlsx).':
    '{} est du texte, et non un classeur : donnez-lui le nom de son fichier, par exemple organizations.csv, ou enregistrez-le comme classeur Excel (.xlsx).',
  '{} is a folder with the name of a file: rename it, or take it out.':
    '{} est un dossier qui porte le nom d’un fichier : renommez-le ou retirez-le.',
  '{} is not a file that can be read: rename it, or take it out.': '{} n’est pas un fichier lisible : renommez-le ou retirez-le.',
  'The report cannot be written: {} is a folder. Name another file with --report.':
    'Le rapport ne peut être écrit : {} est un dossier. Nommez un autre fichier avec --report.',
  'The report would overwrite {}, which is being imported. Name another file with --report.':
    'Le rapport écraserait {}, qui est le fichier à importer. Nommez un autre fichier avec --report.',
  '{} is there already, and may be filled in: move it away, or name another file with --template.':
    '{} existe déjà et peut être rempli : déplacez-le, ou nommez un autre fichier avec --template.',
  'There are two of {}: {} and {}. Remove one of them.': 'Il y a deux fois {} : {} et {}. Retirez l’un des deux.',
  'This registry holds real data, or data not marked as invented. A demo never mixes with it.':
    'Ce registre contient des données réelles, ou des données qui ne sont pas marquées comme inventées. Une démonstration ne s’y mêle jamais.',
  'This registry holds a demo. Use --replace-demo to remove all of the demo and import in its place.':
    'Ce registre contient une démonstration. Avec --replace-demo, elle est supprimée en entier et l’importation prend sa place.',
  'The demo is in constant use and cannot be removed. Stop the API, or the programs that call it, and try again.':
    'La démonstration est sans cesse utilisée et ne peut être supprimée. Arrêtez l’API, ou les programmes qui l’appellent, et réessayez.',
  'The report cannot be written: its folder does not exist or is not writable. Name another file with --report.':
    'Le rapport ne peut être écrit : son dossier n’existe pas ou n’est pas accessible en écriture. Nommez un autre fichier avec --report.',
  '{} has more rows than a sheet can have: write CSV files.':
    '{} a plus de lignes qu’une feuille ne peut en compter : écrivez des fichiers CSV.',
} as const satisfies Readonly<Record<string, string>>;

const problemsInFrench = phrasebook(frenchOfProblems);

/** A problem of a row, a header or a value in a language; what has no French stays as it is. */
export const problemIn = (locale: Locale, english: string): string => (locale === 'fr' ? problemsInFrench(english) : null) ?? english;

/** Why an import cannot begin, in French. */
export const cannotImportInFrench: InFrench = phrasebook(frenchOfImports);

/** What a report calls a file, in a language: `firms.xlsx, feuille accounts`. */
export const labelIn = (locale: Locale, label: string): string => (locale === 'fr' ? cannotImportInFrench(label) : null) ?? label;
