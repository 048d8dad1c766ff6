import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDate } from '../contract/scalars.ts';
import type { Day } from '../rules/calendar.ts';
import { associations, type AssociationId as KnownAssociation, type Province as KnownProvince } from '../rules/equivalency/associations.ts';
import { AssociationId } from './request-enums.type.ts';

const nameOf = (id: KnownAssociation) => ({ description: `${associations[id].name} (X-9).` });

registerEnumType(AssociationId, {
  name: 'AssociationId',
  description: 'The members of the Canadian Federation of Construction Safety Associations, by abbreviation.',
  valuesConfig: {
    BCCSA: nameOf('BCCSA'),
    ACSA: nameOf('ACSA'),
    SCSA: nameOf('SCSA'),
    HCSAS: nameOf('HCSAS'),
    CSAM: nameOf('CSAM'),
    MHCA: nameOf('MHCA'),
    IHSA: nameOf('IHSA'),
    ASP: nameOf('ASP'),
    NBCSA: nameOf('NBCSA'),
    CSNS: nameOf('CSNS'),
    NLCSA: nameOf('NLCSA'),
    NSA: nameOf('NSA'),
    NSNY: nameOf('NSNY'),
  },
});

/** Provinces and territories, as an enum of the schema. */
export const Province = {
  AB: 'AB',
  BC: 'BC',
  MB: 'MB',
  NB: 'NB',
  NL: 'NL',
  NS: 'NS',
  NT: 'NT',
  NU: 'NU',
  ON: 'ON',
  PE: 'PE',
  QC: 'QC',
  SK: 'SK',
  YT: 'YT',
} as const satisfies { [P in KnownProvince]: P };
export type Province = KnownProvince;

registerEnumType(Province, {
  name: 'Province',
  description: 'A province or territory of Canada by its postal abbreviation.',
  valuesConfig: {
    AB: { description: 'Alberta.' },
    BC: { description: 'British Columbia.' },
    MB: { description: 'Manitoba.' },
    NB: { description: 'New Brunswick.' },
    NL: { description: 'Newfoundland and Labrador.' },
    NS: { description: 'Nova Scotia.' },
    NT: { description: 'Northwest Territories.' },
    NU: { description: 'Nunavut.' },
    ON: { description: 'Ontario.' },
    PE: { description: 'Prince Edward Island.' },
    QC: { description: 'Quebec.' },
    SK: { description: 'Saskatchewan.' },
    YT: { description: 'Yukon.' },
  },
});

@ObjectType({
  description: 'A member of the Canadian Federation of Construction Safety Associations, which confirms a COR of its province (X-9).',
})
export class Association {
  @Field(() => AssociationId, { description: 'Its abbreviation.' })
  id!: KnownAssociation;

  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => [Province], { description: 'The provinces and territories it serves; Saskatchewan and Manitoba have two members each.' })
  provinces!: Province[];

  @Field(() => String, {
    nullable: true,
    description: 'Who issues the COR there, in the language asked for; null if the association itself does.',
  })
  issuer!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether there is a COR there; null if we are not sure.' })
  issuesCor!: boolean | null;

  @Field(() => Boolean, { description: 'Whether an official page states the entry; false if it is only believed.' })
  isSure!: boolean;

  @Field(() => String, { description: 'Where the entry comes from, in the language asked for.' })
  source!: string;

  @Field(() => LocalDate, { description: 'The day on which it was last compared with its source.' })
  checkedOn!: Day;
}
