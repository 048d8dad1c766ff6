import type { Pool } from 'pg';
import { errorCode } from './error-code.ts';

/** Answers questions that share a statement, each in its place. */
type AnswerAll<Common, Asked, Answer> = (common: Common, asked: readonly Asked[]) => Promise<readonly Answer[]>;

interface Question<Asked, Answer> {
  readonly asked: Asked;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Small questions of one kind. Those that arrive in one turn of the event loop share a statement: on a closing day, most of the cost of a single question
 * is that of its own statement. The statement starts after the last of them has arrived.
 */
export class SharedStatements<Common extends { readonly pool: Pool }, Asked, Answer> {
  private readonly answerAll: AnswerAll<Common, Asked, Answer>;
  private readonly most: number;
  private readonly gathering = new WeakMap<Pool, Map<string, Question<Asked, Answer>[]>>();

  /** `most` questions share a statement. More make the first wait for the last, and save little. */
  constructor(answerAll: AnswerAll<Common, Asked, Answer>, most: number) {
    this.answerAll = answerAll;
    this.most = most;
  }

  /** The answer to a question. All with the same pool and key have the same in common. */
  ask(common: Common, key: string, asked: Asked): Promise<Answer> {
    return new Promise((resolve, reject) => this.join(common, key, { asked, resolve, reject }));
  }

  private join(common: Common, key: string, question: Question<Asked, Answer>): void {
    const batches = this.gathering.get(common.pool) ?? new Map<string, Question<Asked, Answer>[]>();
    this.gathering.set(common.pool, batches);
    const batch = batches.get(key);
    if (batch && batch.push(question) < this.most) return;
    if (batch) return void batches.delete(key);
    const started = [question];
    batches.set(key, started);
    setImmediate(() => {
      if (batches.get(key) === started) batches.delete(key);
      void this.answer(common, started);
    });
  }

  /** Never rejects: each question has its own answer or error. */
  private async answer(common: Common, batch: readonly Question<Asked, Answer>[]): Promise<void> {
    try {
      const answers = await this.answerAll(
        common,
        batch.map(({ asked }) => asked),
      );
      // One for each question.
      for (const [at, { resolve }] of batch.entries()) resolve(answers[at] as Answer);
    } catch (error) {
      // A value that PostgreSQL does not accept is the fault of one question: the others are asked by themselves.
      if (batch.length > 1 && isOfValue(error)) await Promise.all(batch.map((question) => this.answer(common, [question])));
      else for (const { reject } of batch) reject(error);
    }
  }
}

/** Data exceptions have class 22. */
const isOfValue = (error: unknown): boolean => errorCode(error)?.startsWith('22') ?? false;
