import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CallerScope } from './contract/viewer.type.ts';

/** A budget that replaces the default: how much at once, and how much is refilled per second. */
export interface RateOverride {
  readonly scope: CallerScope;
  readonly meter: (typeof meters)[number];
  readonly rate: { readonly capacity: number; readonly perSecond: number };
}

const scopes: readonly CallerScope[] = ['public', 'buyer', 'sose', 'wsib', 'ministry', 'association', 'organization', 'staff', 'admin'];
const meters = ['points', 'lookUps'] as const;

/** Reads `buyer.lookUps=6000/10 public.points=500/5`, or `off` for no limits. */
export function rateLimits(text: string): readonly RateOverride[] | null {
  return text === 'off' ? null : text.split(/[\s,]+/).map(rateLimit);
}

function rateLimit(text: string): RateOverride {
  const [, who, what, capacity, perSecond] = /^(\w+)\.(\w+)=(\d{1,9})\/(\d{1,6}(?:\.\d{1,3})?)$/.exec(text) ?? [];
  const scope = scopes.find((each) => each === who);
  const meter = meters.find((each) => each === what);
  if (scope && meter && Number(capacity) > 0 && Number(perSecond) > 0)
    return { scope, meter, rate: { capacity: Number(capacity), perSecond: Number(perSecond) } };
  throw new Error('must be off, or budgets such as buyer.lookUps=6000/10: a known scope, points or lookUps, and two numbers above 0');
}

/** The parsed budgets. */
export const showRateLimits = (limits: readonly RateOverride[] | null): string =>
  limits === null ? 'off' : limits.map(({ scope, meter, rate }) => `${scope}.${meter}=${rate.capacity}/${rate.perSecond}`).join(' ');

/** Reads origins of web sites, separated by spaces or commas; `*` allows any. */
export function origins(text: string): readonly string[] {
  const list = text.split(/[\s,]+/);
  if (list.every((each) => each === '*' || (URL.canParse(each) && new URL(each).origin === each && /^https?:[^*]+$/.test(each))))
    return list;
  throw new Error('must be origins such as https://bids.example.ca, without a path, separated by spaces');
}

/** Reads a regular expression that must match the whole of a text. */
export function wholePattern(text: string): RegExp {
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    throw new Error('must be a regular expression');
  }
}

/** Takes the connection URL of a PostgreSQL. */
export function postgresUrl(text: string): string {
  if (/^postgres(ql)?:\/\/[^/?]*,/.test(text))
    throw new Error('names several hosts: give one, such as the name or the balancer that leads to the primary');
  if (URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol)) return text;
  throw new Error('must be a connection URL of the form postgres://user:password@host:port/database');
}

/** A connection URL that is safe to show. Its parameters may carry secrets too, so none of them is shown. */
export function withoutSecrets(url: string): string {
  const { protocol, username, host, pathname } = new URL(url);
  return `${protocol}//${username ? `${username}@` : ''}${host}${pathname}`;
}

/** Takes the URL of a web server. */
export function httpUrl(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new Error('must be a URL such as http://127.0.0.1:4318');
}

/** Takes the URLs of PostgreSQL databases, separated by spaces. */
export const postgresUrls = (text: string): readonly string[] => text.split(/\s+/).map(postgresUrl);

/** Takes any text. */
export function asItIs(text: string): string {
  return text;
}

/** Takes the path of a folder and makes it absolute. */
export function folder(text: string): string {
  return resolve(text);
}

/** Takes one of the given words. */
export function oneOf<const Value extends string>(...values: readonly Value[]): (text: string) => Value {
  return (text) => {
    const value = values.find((each) => each === text);
    if (value === undefined) throw new Error(`must be one of ${values.join(', ')}`);
    return value;
  };
}

/** Takes a whole number, written in digits. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= least && value <= most) return value;
    throw new Error(`must be a whole number from ${least} to ${most}`);
  };
}

/** One setting: its variable, its purpose, its default, and how its text is read. */
export interface Setting<Value> {
  readonly variable: string;
  readonly fallback: Value;
  /** Returns the value, or throws an Error that says what is expected without repeating the text. */
  readonly parse: (text: string) => Value;
  /** How `registry config` shows the value, if its own text would not do. */
  show?(value: Value): string;
  readonly description: string;
}

export function setting<Value>(each: Setting<Value>): Setting<Value> {
  return each;
}

/** The folder of the registry's package.json, found from the sources and from the compiled files. */
export function projectFolder(from = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) || dirname(from) === from ? from : projectFolder(dirname(from));
}
