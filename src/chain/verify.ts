import type { DataSource, EntityManager } from 'typeorm';
import { snapshot } from '../database/unit-of-work.ts';
import { formKey, readForms, readRows } from './chained-rows.sql.ts';
import { BEGINNING_OF_CHAIN, digestOf, type Form, headAfter, personalDigest, type Reference, type RowText } from './digest.ts';
import { type Erasures, isLinkedAgain, readErasures } from './erasures.sql.ts';
import { unlinkedRows } from './unlinked.sql.ts';

/** A problem of the chain, or of what it represents. */
export type ChainProblem =
  | 'the chain is altered from here on'
  | 'a position is missing'
  | 'the row is gone'
  | 'the row was changed'
  | 'the row was gone before it was linked'
  | 'the personal data of the row were changed'
  | 'the chain does not have the head that was published'
  | 'the row has no link';

/** One problem, where it was found. */
export interface FoundProblem {
  readonly problem: ChainProblem;
  /** Position in the chain; null for a row that has no link. */
  readonly position: number | null;
  readonly source: string | null;
  readonly rowId: string | null;
}

/** A head that was kept outside or published: the chain must have it at that position. */
export interface KeptHead {
  readonly position: number;
  readonly head: Buffer;
}

/** The result of a verification. */
export interface VerifiedChain {
  readonly links: number;
  readonly problems: number;
  /** Rows whose personal data and salt are erased: everything else about them is proved, by this link or by the one that was made after the erasure. */
  readonly erased: number;
  /** Rows waiting for their link. */
  readonly pending: number;
  /** Hexadecimal. */
  readonly head: string;
}

interface StoredLink extends Reference {
  readonly position: string;
  readonly form: number;
  readonly digest: Buffer;
  readonly personal: Buffer | null;
  readonly head: Buffer;
  readonly salt: Buffer | null;
}

/** Links read at once. */
const BATCH = 5_000;

/**
 * Reads the whole chain and every row that it represents, as of one moment: a row that was changed, removed, or entered without the chain is a
 * problem, and so is an altered chain or one with a head other than `kept`.
 */
export const verifyChain = (
  source: DataSource,
  kept: readonly KeptHead[],
  onProblem: (found: FoundProblem) => void,
): Promise<VerifiedChain> => snapshot(source, (tx) => new Verification(tx, kept, onProblem).run());

class Verification {
  private readonly tx: EntityManager;
  private readonly kept: Map<number, Buffer[]> = new Map();
  private readonly onProblem: (found: FoundProblem) => void;
  private position = 0;
  private head: Buffer = BEGINNING_OF_CHAIN;
  private isBroken = false;
  private problems = 0;
  private erased = 0;
  private erasures: Erasures = new Map();

  constructor(tx: EntityManager, kept: readonly KeptHead[], onProblem: (found: FoundProblem) => void) {
    this.tx = tx;
    this.onProblem = onProblem;
    for (const { position, head } of kept) this.kept.set(position, [...(this.kept.get(position) ?? []), head]);
  }

  async run(): Promise<VerifiedChain> {
    const forms = await readForms(this.tx);
    this.erasures = await readErasures(this.tx);
    let links = await this.after(0);
    while (links.length > 0) {
      await this.verify(links, forms);
      links = await this.after(Number(links.at(-1)?.position));
    }
    for (const position of this.kept.keys())
      if (position > this.position) this.tell('the chain does not have the head that was published', { position });
    const { rows, pending } = await unlinkedRows(this.tx, forms);
    for (const { source, rowId } of rows) this.tell('the row has no link', { position: null, source, rowId });
    return { links: this.position, problems: this.problems, erased: this.erased, pending, head: this.head.toString('hex') };
  }

  private after(position: number): Promise<StoredLink[]> {
    return this.tx.query(
      `select l.position, l.source, l.row_id as "rowId", l.version, l.form, l.digest, l.personal, l.head, s.salt
       from chain_link as l left join chain_salt as s using (position) where l.position > $1 order by l.position limit $2`,
      [position, BATCH],
    );
  }

  private async verify(links: readonly StoredLink[], forms: ReadonlyMap<string, Form>): Promise<void> {
    const rows = await this.rowsOf(links, forms);
    for (const link of links) {
      this.verifyPlace(link);
      const { form, row } = rows.get(link) ?? { form: undefined, row: null };
      this.verifyRow(link, form, row);
    }
  }

  private async rowsOf(links: readonly StoredLink[], forms: ReadonlyMap<string, Form>) {
    const found = new Map<StoredLink, { form: Form | undefined; row: RowText | null }>();
    for (const key of new Set(links.map(formKey))) {
      const form = forms.get(key);
      const its = links.filter((link) => formKey(link) === key);
      const rows = form ? await readRows(this.tx, form, its) : [];
      for (const [at, link] of its.entries()) found.set(link, { form, row: rows[at] ?? null });
    }
    return found;
  }

  // After an altered link every later head differs; one problem reports it, and the check continues from the head found.
  private verifyPlace(link: StoredLink): void {
    const position = Number(link.position);
    if (position !== this.position + 1) this.tell('a position is missing', link, this.position + 1);
    const head = headAfter(this.head, position, link, link.form, link.digest);
    if (!head.equals(link.head) && !this.isBroken) {
      this.isBroken = true;
      this.tell('the chain is altered from here on', link);
    } else if (head.equals(link.head)) this.isBroken = false;
    this.position = position;
    this.head = link.head;
    for (const kept of this.kept.get(position) ?? [])
      if (!kept.equals(link.head)) this.tell('the chain does not have the head that was published', link);
  }

  private verifyRow(link: StoredLink, form: Form | undefined, row: RowText | null): void {
    if (row !== null && isLinkedAgain(this.erasures, link, Number(link.position))) {
      this.erased += 1;
      return;
    }
    const isSound = form !== undefined && digestOf(link, form, row, link.personal).equals(link.digest);
    if (form !== undefined && row === null) this.tell(isSound ? 'the row was gone before it was linked' : 'the row is gone', link);
    else if (!isSound || row === null) this.tell('the row was changed', link);
    else this.verifyPersonal(link, row);
  }

  private verifyPersonal(link: StoredLink, row: RowText): void {
    const isErased = link.personal !== null && link.salt === null && row.personal.every((value) => value === null);
    if (isErased) this.erased += 1;
    const found = personalDigest(row, link.salt ?? Buffer.alloc(0));
    const isSame = found === null ? link.personal === null : link.personal?.equals(found);
    if (!isErased && !isSame) this.tell('the personal data of the row were changed', link);
  }

  private tell(
    problem: ChainProblem,
    where: { position: number | string | null; source?: string; rowId?: string },
    at = where.position,
  ): void {
    this.problems += 1;
    this.onProblem({ problem, position: at === null ? null : Number(at), source: where.source ?? null, rowId: where.rowId ?? null });
  }
}
