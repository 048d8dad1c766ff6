// Words of firms' names in French and English, in lower case, without accents: a clerk writes in one language what a firm calls itself in the other.

const inEnglish: Readonly<Record<string, string>> = {
  acier: 'steel',
  amenagement: 'landscaping',
  armature: 'rebar',
  ascenseurs: 'elevator',
  asphalte: 'asphalt',
  associes: 'associates',
  batiment: 'building',
  beton: 'concrete',
  charpente: 'framing',
  charpentes: 'framing',
  chauffage: 'heating',
  clotures: 'fencing',
  constructeurs: 'builders',
  couverture: 'roofing',
  couvreur: 'roofing',
  couvreurs: 'roofing',
  echafaudage: 'scaffolding',
  echafaudages: 'scaffolding',
  egouts: 'sewer',
  electricite: 'electric',
  electriques: 'electric',
  electrique: 'electric',
  entrepreneur: 'contractors',
  entrepreneurs: 'contractors',
  entreprise: 'enterprises',
  entreprises: 'enterprises',
  excavation: 'excavating',
  fenetres: 'windows',
  fils: 'sons',
  fondation: 'foundations',
  fondations: 'foundations',
  forage: 'drilling',
  freres: 'brothers',
  gestion: 'management',
  groupe: 'group',
  isolation: 'insulation',
  maconnerie: 'masonry',
  mecanique: 'mechanical',
  paysagiste: 'landscaping',
  paysagistes: 'landscaping',
  pavage: 'paving',
  peinture: 'painting',
  plancher: 'flooring',
  planchers: 'flooring',
  plomberie: 'plumbing',
  ponts: 'bridge',
  portes: 'doors',
  soudure: 'welding',
  toiture: 'roofing',
  toitures: 'roofing',
  vitrerie: 'glass',
};

/** Words of landscapes, colours and trees: a firm with a name in both languages translates them too. */
const othersInEnglish: Readonly<Record<string, string>> = {
  aulne: 'alder',
  baie: 'bay',
  blanc: 'white',
  blanche: 'white',
  bleu: 'blue',
  bleue: 'blue',
  boreale: 'boreal',
  bouleau: 'birch',
  cedre: 'cedar',
  cedres: 'cedar',
  chene: 'oak',
  chenes: 'oaks',
  constructeur: 'builders',
  erable: 'maple',
  erables: 'maple',
  est: 'east',
  etoile: 'star',
  foret: 'forest',
  ile: 'island',
  lac: 'lake',
  montagne: 'mountain',
  nationale: 'national',
  noir: 'black',
  noire: 'black',
  nord: 'north',
  ouest: 'west',
  pont: 'bridge',
  projets: 'projects',
  rive: 'shore',
  riviere: 'river',
  rouge: 'red',
  sud: 'south',
  vallee: 'valley',
  vert: 'green',
  verte: 'green',
};

/** Forms of one English word that firms use for one another. */
const otherForms: Readonly<Record<string, string>> = {
  associate: 'associates',
  bridges: 'bridge',
  brother: 'brothers',
  builder: 'building',
  builders: 'building',
  buildings: 'building',
  canadian: 'canada',
  canadienne: 'canada',
  constructions: 'construction',
  constructor: 'construction',
  constructors: 'construction',
  contracting: 'contractors',
  contractor: 'contractors',
  development: 'developments',
  electrical: 'electric',
  electricians: 'electric',
  elevators: 'elevator',
  enterprise: 'enterprises',
  excavation: 'excavating',
  excavators: 'excavating',
  fence: 'fencing',
  fences: 'fencing',
  glazing: 'glass',
  holding: 'holdings',
  industry: 'industries',
  landscapers: 'landscaping',
  masons: 'masonry',
  painters: 'painting',
  pavers: 'paving',
  plumbers: 'plumbing',
  renovations: 'renovation',
  roofers: 'roofing',
  roofs: 'roofing',
  scaffold: 'scaffolding',
  service: 'services',
  sewers: 'sewer',
  welders: 'welding',
};

/** What a word means in either language; the word itself if no other word means it. */
export function meaningOfWord(word: string): string {
  const english = entryOf(inEnglish, word) ?? entryOf(othersInEnglish, word) ?? word;
  return entryOf(otherForms, english) ?? english;
}

/** A word may be called as what every object has: constructor. */
const entryOf = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** Whether a word is French and has another in English. */
export const isFrenchWord = (word: string): boolean => Object.hasOwn(inEnglish, word) || Object.hasOwn(othersInEnglish, word);

const wordsByMeaning = new Map<string, readonly string[]>();
for (const word of [inEnglish, othersInEnglish, otherForms].flatMap((each) => Object.entries(each).flat())) {
  const others = wordsByMeaning.get(meaningOfWord(word)) ?? [];
  if (!others.includes(word)) wordsByMeaning.set(meaningOfWord(word), [...others, word]);
}

/** The words that mean the same as a word in either language, the word itself among them. */
export const wordsMeaning = (word: string): readonly string[] => [...new Set([word, ...(wordsByMeaning.get(meaningOfWord(word)) ?? [])])];

/** The French words of the trades. */
export const frenchTradeWords: readonly string[] = Object.keys(inEnglish).filter(
  (word) =>
    !['associes', 'entrepreneur', 'entrepreneurs', 'entreprise', 'entreprises', 'fils', 'freres', 'gestion', 'groupe'].includes(word),
);
