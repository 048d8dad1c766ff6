import { fromGlobalId, type NodeType } from '../contract/global-id.ts';
import { faults } from '../errors.ts';

/** The id under which a thing named in the input is stored. The input was checked; what is no id of the kind is BAD_USER_INPUT again. */
export function recordId(field: string, globalId: string, type: NodeType): string {
  const id = fromGlobalId(globalId, type)?.uuid;
  if (id === undefined) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must be a global id of type ${type}.`);
  return id;
}
