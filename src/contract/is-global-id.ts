import { registerDecorator } from 'class-validator';
import { fromGlobalId, type NodeType } from './global-id.ts';

/** For a field of an input: a global id, or a list of them; of one kind if a type is given. */
export function IsGlobalId(type?: NodeType): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isGlobalId',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (given: unknown) => [given].flat().every((each) => typeof each === 'string' && fromGlobalId(each, type) !== null),
        defaultMessage: () =>
          type
            ? `must be a global id of type ${type}, exactly as this registry returned it`
            : 'must be a global id, exactly as this registry returned it',
      },
    });
}
