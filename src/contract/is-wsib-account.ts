import { registerDecorator } from 'class-validator';
import { accountsMeant } from '../identifiers/bare-number.ts';
import { isNumberPlaceholder } from '../identifiers/placeholder.ts';
import { plainNumber } from '../identifiers/plain-text.ts';
import { noAccountMessage, noAccountsMessage, wsibAccountMessage, wsibAccountsMessage } from '../identifiers/wsib-account.ts';

/** For a WSIB account number as a person types it, or a list of them: not only zeros, and no word for none such as `TBD1`. */
export function IsWsibAccount(): PropertyDecorator {
  return (target, property) =>
    registerDecorator({
      name: 'isWsibAccount',
      target: target.constructor,
      propertyName: String(property),
      validator: {
        // A missing value, and one of another type, are GraphQL's to judge.
        validate: (given: unknown) => [given].flat().every((each) => typeof each !== 'string' || (isAccount(each) && !saysNone(each))),
        defaultMessage: (asked) => messageFor(asked?.value),
      },
    });
}

const isAccount = (typed: string): boolean => accountsMeant(typed).length > 0;

const saysNone = (typed: string): boolean => [typed, ...accountsMeant(typed)].some((each) => isNumberPlaceholder(plainNumber(each)));

function messageFor(given: unknown): string {
  const isNone = [given].flat().some((each) => typeof each === 'string' && saysNone(each));
  if (Array.isArray(given)) return isNone ? noAccountsMessage : wsibAccountsMessage;
  return isNone ? noAccountMessage.message : wsibAccountMessage.message;
}
