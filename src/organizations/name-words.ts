// The words of firms' names that the search treats in a way of their own, in small letters without accents or punctuation.

/** What a firm's legal form adds to the end of its name, in English and French; initials are written together: S.E.N.C. is `senc`. */
export const legalSuffixes: ReadonlySet<string> = new Set([
  ...['inc', 'incorporated', 'ltd', 'limited', 'corp', 'corporation', 'co', 'company', 'llp', 'lp', 'ulc', 'plc', 'llc'],
  ...['incorporee', 'ltee', 'limitee', 'compagnie', 'cie', 'senc', 'sencrl', 'srl', 'sec', 'sa', 'enr', 'enrg', 'coop', 'ri'],
]);

/** Abbreviations of the trade, each with the word it stands for. */
export const abbreviations: Readonly<Record<string, string>> = {
  const: 'construction',
  constr: 'construction',
  contr: 'contracting',
  contg: 'contracting',
  bldg: 'building',
  bldgs: 'buildings',
  bldrs: 'builders',
  elec: 'electric',
  elect: 'electric',
  electr: 'electric',
  mech: 'mechanical',
  mec: 'mecanique',
  plbg: 'plumbing',
  plmbg: 'plumbing',
  refrig: 'refrigeration',
  htg: 'heating',
  hvac: 'heating ventilation air conditioning',
  cvac: 'chauffage ventilation air conditionne',
  conc: 'concrete',
  excav: 'excavating',
  eng: 'engineering',
  equip: 'equipment',
  fab: 'fabrication',
  indus: 'industries',
  insul: 'insulation',
  maint: 'maintenance',
  mfg: 'manufacturing',
  mgmt: 'management',
  reno: 'renovation',
  renos: 'renovations',
  svc: 'services',
  svcs: 'services',
  serv: 'services',
  sys: 'systems',
  tech: 'technologies',
  transp: 'transportation',
  ent: 'enterprises',
  entr: 'entreprises',
  grp: 'group',
  assoc: 'associates',
  bros: 'brothers',
  hldgs: 'holdings',
  intl: 'international',
  natl: 'national',
  ont: 'ontario',
  cdn: 'canadian',
  st: 'saint',
  ste: 'sainte',
};

/** Words that say nothing: a name with them is the same name. */
export const emptyWords: ReadonlySet<string> = new Set(['and', 'et', 'the', 'le', 'la', 'les', 'of', 'de', 'du', 'des']);

/** Words that so many names have that they find none: a search looks for the others, if there are any. */
export const commonWords: ReadonlySet<string> = new Set([
  ...['construction', 'constructions', 'contracting', 'contractor', 'contractors', 'building', 'buildings', 'builders', 'general'],
  ...['services', 'service', 'group', 'groupe', 'enterprises', 'enterprise', 'entreprises', 'entreprise', 'industries', 'holdings'],
  ...['management', 'associates', 'systems', 'international', 'national', 'canada', 'canadian', 'canadienne', 'ontario'],
]);
