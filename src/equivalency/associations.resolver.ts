import { Arg, Query, Resolver } from 'type-graphql';
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
  ): Association[] {
    return (province ? associationsIn(province) : Object.keys(associations).filter(isAssociationId)).map(shown);
  }
}

function shown(id: AssociationId): Association {
  const { name, provinces, issuer, issuesCor, certainty, source, checkedOn } = associations[id];
  const isSure = certainty === 'sure';
  return { id, name, provinces: [...provinces], issuer, issuesCor: issuesCor === 'YES' ? true : null, isSure, source, checkedOn };
}
