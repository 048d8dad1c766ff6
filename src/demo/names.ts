import type { Chance } from './chance.ts';

// Invented family names and cities, so that no demo firm can be mistaken for a real one.
const families = [
  'Ardelby',
  'Brannock-Vey',
  'Cadwelline',
  'Dorrisfane',
  'Ellingquay',
  'Farnhollow',
  'Grenvick',
  'Haldersey',
  'Ilverton-Roe',
  'Jarrowmere',
  'Kestlebray',
  'Lorrimund',
  'Maplethorne',
  'Nordhaven-Lisk',
  'Ostrewick',
  'Pellinore-Dray',
  'Quenforth',
  'Rookhampton',
  'Silverbeck',
  'Tannisfield',
] as const;

const frenchFamilies = [
  'Aubrétain',
  'Bélanvert',
  'Corbeaulieu',
  "D'Entremousse",
  'Éraldière',
  'Fontenaille-Roy',
  'Guérimont',
  'Hautbréval',
  "L'Espérellec",
  'Montclérois',
] as const;

const trades = [
  'Concrete',
  'Roofing',
  'Electrical',
  'Mechanical',
  'Paving',
  'Excavating',
  'Masonry',
  'Steel',
  'Drywall',
  'Scaffolding',
  'General Contracting',
  'Bridge & Road',
] as const;

const frenchTrades = ['Béton', 'Toitures', 'Électricité', 'Pavage', 'Maçonnerie', 'Charpentes', 'Plomberie'] as const;

const cities = ['Exampleville', 'Sampleton', 'Port Specimen', 'Mock Falls', 'Demonstration Bay', 'Saint-Exemple', 'Fictive-Rive'] as const;

/** The names of an invented organization. */
export interface InventedFirm {
  readonly legalName: string;
  readonly operatingName: string;
  readonly formerNames: string;
  readonly city: string;
}

/** Invents a firm; one in six has a French name. Every legal name says that it is synthetic. */
export function inventFirm(chance: Chance, number: number): InventedFirm {
  const isFrench = chance.below(6) === 0;
  const name = isFrench
    ? `${chance.oneOf(['Construction', 'Entreprises', 'Groupe'])} ${chance.oneOf(frenchFamilies)} ${chance.oneOf(frenchTrades)}`
    : `${chance.oneOf(families)} ${chance.oneOf(trades)}`;
  const form = isFrench ? 'inc.' : chance.oneOf(['Ltd.', 'Inc.', 'Corp.']);
  return {
    legalName: `${name} ${number} ${isFrench ? '(synthétique)' : '(synthetic)'} ${form}`,
    operatingName: chance.inPercent(30) ? name : '',
    formerNames: chance.inPercent(10) ? `${chance.oneOf(families)} & Sons (synthetic);${name} 2000 (synthetic)` : '',
    city: chance.oneOf(cities),
  };
}

/** A business number with a valid check digit that no one has: real ones never begin with two zeros. */
export function inventBusinessNumber(number: number): string {
  const root = String(number).padStart(8, '0');
  const sum = [...root].reduce((total, digit, at) => total + (at % 2 === 0 ? Number(digit) : doubled(Number(digit))), 0);
  return `${root}${(10 - (sum % 10)) % 10}RT0001`;
}

const doubled = (digit: number): number => (digit > 4 ? digit * 2 - 9 : digit * 2);
