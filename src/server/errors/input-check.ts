import { getMetadataStorage, ValidationTypes } from 'class-validator';
import { readerOf } from '../../database/shape.ts';

/** Whether a value passes; `input` is the object that has it. */
type ValueCheck = (value: unknown, input: object) => boolean;

type Check = (input: object) => boolean;

const checks = new Map<unknown, Check>();

/**
 * Whether class-validator would find nothing wrong with an instance of an input class. It gathers the decorators of a class anew for each instance; here
 * that is done once, and the same validators are called. False also where this cannot tell: ask class-validator, which says what is wrong.
 */
export function passes(input: object): boolean {
  const known = checks.get(input.constructor);
  if (known) return known(input);
  const made = checkOf(input.constructor);
  checks.set(input.constructor, made);
  return made(input);
}

function checkOf(target: Parameters<typeof storage.getTargetValidationMetadatas>[0]): Check {
  const byProperty = storage.groupByPropertyName(storage.getTargetValidationMetadatas(target, '', false, false));
  const properties = Object.entries(byProperty).map(([property, rules]) => ({
    read: readerOf(property),
    rules: rules.map((rule) => ruleCheck(rule, target.name)),
  }));
  return (input) =>
    properties.every(({ read, rules }) => {
      const value = read(input);
      return value === undefined || value === null || rules.every((isMet) => isMet(value, input));
    });
}

const storage = getMetadataStorage();

type Rule = ReturnType<typeof storage.getTargetValidationMetadatas>[number];

const cannotTell: ValueCheck = () => false;

function ruleCheck(rule: Rule, targetName: string): ValueCheck {
  if (rule.type === ValidationTypes.NESTED_VALIDATION) return nestedPasses;
  const isPlain = rule.type === ValidationTypes.CUSTOM_VALIDATION && rule.validateIf === undefined;
  const validators = isPlain ? storage.getTargetValidatorConstraints(rule.constraintCls) : [];
  return validators.length === 0 ? cannotTell : validatorsCheck(rule, targetName, validators);
}

function validatorsCheck(
  { propertyName: property, constraints, each }: Rule,
  targetName: string,
  validators: ReturnType<typeof storage.getTargetValidatorConstraints>,
): ValueCheck {
  return (value, object) => {
    const asked = { targetName, property, object, value, constraints };
    const values: readonly unknown[] = each && Array.isArray(value) ? value : [value];
    return values.every((one) => validators.every(({ instance }) => instance.validate(one, asked) === true));
  };
}

function nestedPasses(value: unknown): boolean {
  if (Array.isArray(value)) return value.every((one) => one === undefined || one === null || nestedPasses(one));
  return typeof value === 'object' && value !== null && passes(value);
}
