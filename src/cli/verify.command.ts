import { Command } from 'commander';
import { ApiRefused, ask } from '../desk/api.ts';
import { type FirmAnswer, matchOperation, proofOperation, type RowAnswer } from '../desk/operations.ts';
import { holderOf, verdictOf } from '../desk/proof/proof-facts.ts';
import { capitalized, signOf, sinceWords, untilWords } from '../desk/standing-words.ts';
import { sayIn } from '../desk/words.ts';
import { CannotStart } from '../errors.ts';
import type { Day } from '../rules/calendar.ts';
import type { Locale } from '../rules/messages/messages.ts';
import { type ApiFlags, sendTo, withApiFlags } from './api-session.ts';
import { dayArgument } from './day-argument.ts';
import { exitCodes } from './exit-codes.ts';

/** `registry verify <number or name>` */
export const verifyCommand = (): Command =>
  withApiFlags(new Command('verify'))
    .argument('<firm>', 'WSIB account, business or document number, or the legal name in quotes')
    .option('--on <day>', 'the day to ask about (default: today in Toronto)', dayArgument)
    .action(runVerify);

/** `registry proof <number>` */
export const proofCommand = (): Command =>
  withApiFlags(new Command('proof'))
    .argument('<number>', 'the number printed on the document')
    .option('--holder <text>', 'the name, the WSIB account or the code beside the number, as printed on the document, to compare')
    .action(runProof);

async function runVerify(firm: string, flags: ApiFlags & { readonly on?: Day }): Promise<void> {
  const rows = [{ name: firm }];
  const { matchBidders } = await answered(() => ask(sendTo(flags), matchOperation, { rows, on: flags.on ?? null }));
  const [answer] = matchBidders;
  if (!answer) throw new CannotStart('The registry gave no answer.');
  process.stdout.write(`${answerLines(answer, flags.locale).join('\n')}\n`);
  process.exitCode = answer.verification?.consideredCertified ? exitCodes.done : exitCodes.found;
}

function answerLines(answer: RowAnswer, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  if (answer.partners.length > 0)
    return [say('jointVentureWhy'), ...answer.partners.flatMap((each) => [each.name, ...firmLines(each, locale)])];
  if (answer.problem) return [answer.problem.message];
  return firmLines(answer, locale);
}

function firmLines({ status, verification, candidates }: FirmAnswer, locale: Locale): readonly string[] {
  const say = sayIn(locale);
  if (!verification) {
    if (status !== 'AMBIGUOUS') return [say('noMatchWhy')];
    const each = candidates.map(
      ({ wsibAccount, organizationName, city }) => `  ${[wsibAccount, organizationName, city].filter(Boolean).join(' · ')}`,
    );
    return [say('ambiguousWhy'), ...each];
  }
  const { organizationName, wsibAccount, standing, standingLabel, because, consequence, decidedBy, advice } = verification;
  return [
    [organizationName, wsibAccount].filter(Boolean).join(' · '),
    `${signOf(standing ?? '')} ${capitalized(standingLabel ?? '')}`,
    `  ${sinceWords(locale, say, verification)} – ${untilWords(locale, say, verification)}`,
    `  ${because ?? consequence} (${decidedBy.join(', ')})`,
    ...(advice ? [`  ${advice}`] : []),
  ].filter((line) => line.trim() !== '');
}

async function runProof(number: string, flags: ApiFlags & { readonly holder?: string }): Promise<void> {
  const holder = holderOf(flags.holder ?? '');
  const { proof } = await answered(() => ask(sendTo(flags), proofOperation, { number, holder }));
  const say = sayIn(flags.locale);
  const statement = proof ? (flags.locale === 'fr' ? proof.statementFr : proof.statementEn) : say('proofUnknown');
  // As on the page: a document whose firm nobody compared is not called genuine.
  const { sign, word } = proof ? verdictOf(proof) : { sign: '✗', word: null };
  const compared = proof?.holderAgrees == null ? null : say(proof.holderAgrees ? 'holderAgrees' : 'holderDisagrees');
  const lines = [statement, compared, word === 'inEffectForSomebody' ? say(word) : null].filter((line) => line !== null);
  process.stdout.write(`${sign} ${lines.join('\n  ')}\n`);
  process.exitCode = word === 'inEffect' ? exitCodes.done : exitCodes.found;
}

async function answered<Answer>(asking: () => Promise<Answer>): Promise<Answer> {
  try {
    return await asking();
  } catch (error) {
    throw error instanceof ApiRefused ? new CannotStart(error.message) : error;
  }
}
