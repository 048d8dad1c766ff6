import { registerDecorator } from 'class-validator';
import { recordedAccount } from '../identifiers/bare-number.ts';
import { numberedPlaceholder } from '../identifiers/placeholder.ts';
import { noAccountMessage } from '../identifiers/wsib-account.ts';

/** For a WSIB account number that is to be recorded: not only zeros, and no word for none with a number behind it, such as `TBD1`. */
export function IsAccountToRecord(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isAccountToRecord',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        validate: (given: unknown) => typeof given !== 'string' || !numberedPlaceholder.test(recordedAccount(given)),
        defaultMessage: () => noAccountMessage.message,
      },
    });
}
