import { fromGlobalId, type NodeType } from '../contract/global-id.ts';
import { faults } from '../errors.ts';

/**
 * The stored id of an object named in the input. Anything that is not an id of the kind is BAD_USER_INPUT, although the input was already
 * checked.
 */
export function recordId(field: string, globalId: string, type: NodeType): string {
  const id = fromGlobalId(globalId, type)?.uuid;
  if (id === undefined) throw faults.BAD_USER_INPUT(`input.${field}`, `input.${field} must be a global id of type ${type}.`);
  return id;
}
