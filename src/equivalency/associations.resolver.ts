import { Arg, Query, Resolver } from 'type-graphql';
import { InLocale } from '../guideline/locale.args.ts';
import type { Locale } from '../guideline/locale.type.ts';
import { type AssociationId, associations, associationsIn, isAssociationId } from '../rules/equivalency/associations.ts';
import { Association, Province } from './association.type.ts';

/** Lists the members of the federation: reference data. */
@Resolver()
export class AssociationsResolver {
  @Query(() => [Association], {
    description: 'The members of the Canadian Federation of Construction Safety Associations, from west to east (X-9).',
  })
  associations(
    @Arg('province', () => Province, { nullable: true, description: 'Only those of this province or territory. Default: all.' })
    province: Province | null,
    @InLocale() locale: Locale,
  ): Association[] {
    return (province ? associationsIn(province) : Object.keys(associations).filter(isAssociationId)).map((id) => shown(id, locale));
  }
}

function shown(id: AssociationId, locale: Locale): Association {
  const { name, provinces, issuer, issuesCor, certainty, source, checkedOn } = associations[id];
  const isSure = certainty === 'sure';
  const issues = issuesCor === 'YES' ? true : null;
  return {
    id,
    name,
    provinces: [...provinces],
    issuer: issuer?.[locale] ?? null,
    issuesCor: issues,
    isSure,
    source: source[locale],
    checkedOn,
  };
}
