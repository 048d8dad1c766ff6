import type { Chapter } from './clause.ts';

/** What a buyer may ask for in a tender, and what meets it. */
export const tender = {
  'X-17': {
    title: 'Whom the regulation on tenders binds, and for what',
    titleFr: 'Qui est lié par le règlement sur les appels d’offres, et pour quoi',
    source: 'ONTARIO_LAW',
    section: 'O. Reg. 364/25, s. 1, in force 1 January 2026',
    text: 'It speaks of the government and of public sector organizations: municipalities and local boards, school boards, funded post-secondary institutions, public hospitals, boards of health. A procurement process includes prequalification, a request for information and eligibility for a vendor of record arrangement. We have not read its sections 3 to 5.',
    certainty: 'sure',
  },
  'X-18': {
    title: 'The administrative penalty',
    titleFr: 'La pénalité administrative',
    source: 'ONTARIO_LAW',
    section: 'O. Reg. 365/25, in force 1 January 2026',
    text: 'A contravention of section 3 of O. Reg. 364/25, and of no other section, may bring an administrative penalty: the lesser of $100,000 and 10 % of the contract. The notice is in writing, with a right of review; sent by mail it counts as served on the fifth day after mailing. According to the press there is no penalty once a year has passed since the inspector first knew of the contravention.',
    certainty: 'sure',
    notEncoded: 'The registry warns of what the regulation says and judges no contravention.',
  },
  'X-28': {
    title: 'ISO 45001 is named by its edition of 2018',
    titleFr: 'La norme ISO 45001 est nommée dans son édition de 2018',
    source: 'IHSA_PAGES',
    section: 'minister’s direction of 25 October 2024; DNV, 2026',
    text: 'ISO 45001 is being revised, and a new edition is likely in the second half of 2027. The minister’s direction names ISO 45001:2018. Another edition is another system until IHSA or the minister says otherwise.',
    certainty: 'press',
  },
  'X-19': {
    title: 'Which systems are accredited',
    titleFr: 'Les systèmes accrédités',
    source: 'IHSA_PAGES',
    section: 'IHSA magazine V24-1; Daily Commercial News, January 2024',
    text: 'COR 2020 and ISO 45001:2018 are named as accredited in 2024. A trade article also names CSA Z45001-19 and BS OHSAS 18001:2007, and systems of single organizations may be accredited. Today’s list and its dates were not found.',
    certainty: 'press',
    settledBy: ['R-61'],
  },
  'X-20': {
    title: 'COR and COR 2020 are different demands',
    titleFr: 'Le COR et le COR 2020 sont deux exigences différentes',
    source: 'BUYERS_PAGES',
    section: 'York Region and City of Toronto, 2025',
    text: 'York asks for “COR issued by the IHSA”, Toronto for COR 2020.',
    certainty: 'sure',
    settledBy: ['R-60'],
  },
  'R-60': {
    title: 'What meets a requirement of a tender',
    titleFr: 'Ce qui satisfait à une exigence d’un appel d’offres',
    source: 'REGISTRY',
    section: 'open point 60',
    text: 'An equivalency certificate is a Certificate of Recognition (G-6.1.a, G-6.2.a), so it meets COR and, by its standard, COR 2020, besides the route it was earned by, also while a COR certificate of the account is the one shown (R-33). A certification to COR 2020 meets COR. A certified account meets registration. A bidding-only document meets reciprocity on a day, and never for the days of a contract (G-5.a, F-16.b). A confirmation of registration, a letter of intent or a bidding-only document whose number is given, and which is in effect, meets its route whether or not the standing of its account is visible, unless a name beside it is another firm’s; one that is not in effect decides nothing. Where registrations, or bidding-only documents, are not visible to the caller, their routes are not known here. A recognition under SOSE that is on record, visible to the caller and in effect meets its route; where none is, and for another accredited system, it is not known here and never counts against a bidder. For a contract the first day decides the outcome, and the answer shows the first days at risk and not met. A number decides for its firm; beside a name that is none of that firm’s own it decides nothing, unless the name may be one with a slip in it (no word that the firm’s name does not have, and no other visible firm has a name more similar): then the answer asks to compare the two. So it does where a document meets a route by its number alone. Where another firm may be named beside the name (in trust for, a corporation in brackets, a second firm on a line of its own), a number decides nothing either. A joint venture is no account: each partner is answered, and the venture meets a requirement if each of them does, does not if none does, and otherwise the tender says which of them must; a venture of which one partner is named is never decided.',
  },
  'R-61': {
    title: 'When a requirement draws the regulation’s warning',
    titleFr: 'Quand une exigence appelle l’avertissement du règlement',
    source: 'REGISTRY',
    section: 'open point 61',
    text: 'A requirement of the government or of a public sector organization, for construction, from 1 January 2026, that names some accredited systems and not all draws a warning with the regulation’s citation, the systems it does not name, and those of which it is not known here whether they are accredited. Equivalency by the ministry’s accreditation names systems of single organizations (G-6.2.a). Another accredited system, beside one that is named, is every other one; alone it is one without a route of its own, so it leaves out COR 2020 and ISO 45001:2018. A requirement that names each system known here to be accredited is told only of those that are not known here. Where it was not said who asks, the warning says that this was not judged. It is never a refusal, and says nothing on whether a requirement is allowed.',
  },
} as const satisfies Chapter;
