import type { Context } from '../contract/context.ts';
import type { Caller } from '../contract/viewer.type.ts';
import { viewerOf } from '../disclosure/viewer-of.ts';
import { type AssociationId, associations, isAssociationId } from '../rules/equivalency/associations.ts';
import { seesWholeFile } from '../rules/standing/disclosure.ts';
import type { StoredRequest } from './request.facts.ts';
import type { Whose } from './requests.sql.ts';

/** What a caller may see of a request: all of it, or only its firm, kind and status; null for nothing. */
export type Visibility = 'WHOLE' | 'STATUS' | null;

/** Staff and the applicant see all of it; the association that the request names sees its status once it is submitted. */
export function visibilityOf(context: Context, { organizationId, row }: StoredRequest): Visibility {
  if (seesWholeFile(viewerOf(context, { organizationId }))) return 'WHOLE';
  const association = associationOf(context.caller);
  return association !== null && row.hostAssociation === association && row.submittedOn !== null ? 'STATUS' : null;
}

/** `visibilityOf` for SQL: what is hidden is not read either, so that it takes no time. */
export function whoseOf(context: Context): Whose {
  if (seesWholeFile(viewerOf(context))) return 'EVERYONE';
  const { organizationId } = context.caller;
  if (organizationId !== null) return { organizationId };
  const association = associationOf(context.caller);
  return association && { association };
}

/** The member of the federation that holds a key: the key's holder is the member’s abbreviation or name. */
export function associationOf({ scope, holder }: Pick<Caller, 'scope' | 'holder'>): AssociationId | null {
  if (scope !== 'association' || holder === null) return null;
  const name = holder.toLowerCase();
  const ids = Object.keys(associations).filter(isAssociationId);
  return ids.find((id) => id.toLowerCase() === name || associations[id].name.toLowerCase() === name) ?? null;
}
