import { registerDecorator } from 'class-validator';
import { isPlaceholder } from '../identifiers/placeholder.ts';

/** For a field of an input that holds a number or a reference: not a word that only says that there is none, such as `None` or `TBD`. */
export function IsReference(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isReference',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (given: unknown) => typeof given !== 'string' || !isPlaceholder(given),
        defaultMessage: () => 'must be a reference, not a word such as None or TBD',
      },
    });
}
