import type { Context } from '../contract/context.ts';
import { isOwnDocumentNumber } from '../identifiers/document-number.ts';
import { isAccountOf, isNameOf } from './holder.ts';
import { secretOfCodes } from './printed-code.loader.ts';
import { isPrintedCode } from './printed-code.ts';
import type { ProofArgs, ProofHolder } from './proof.args.ts';
import { type CheckedDocument, documentByNumber } from './proof.loader.ts';
import type { Proof } from './proof.type.ts';

/** What a query returns to GraphQL for a document; its sentences are rendered in the requested language. */
export type ProofSource = Omit<Proof, 'statement'>;

/**
 * The document with a number on a day; null if there is none. Imported numbers can be guessed, so their firm is named only to a caller who has more
 * than the number.
 */
export const proofOf = async (context: Context, asked: ProofArgs): Promise<ProofSource | null> =>
  (await provenDocument(context, asked))?.proof ?? null;

/** What `proof` says of a document, and the account it was issued to. */
export interface ProvenDocument {
  readonly proof: ProofSource;
  readonly accountId: string;
}

/** The same as `proofOf`, with the account. */
export async function provenDocument(context: Context, { number, on: asked, holder }: ProofArgs): Promise<ProvenDocument | null> {
  const on = asked ?? context.today;
  const document = await context.loader(documentByNumber).load({ number, on });
  if (!document) return null;
  const holderAgrees = holder === null ? null : await agrees(context, document, holder);
  const isNamed = isOwnDocumentNumber(document.number) || holderAgrees === true;
  return { accountId: document.accountId, proof: shownOf(document, isNamed, { holderAgrees, on }) };
}

function shownOf(document: CheckedDocument, isNamed: boolean, { holderAgrees, on }: Pick<ProofSource, 'holderAgrees' | 'on'>): ProofSource {
  const { number, effect, state, supersededBy, kind, issuedOn, standard, basis, year, expiresOn } = document;
  return {
    number,
    kind,
    organizationName: isNamed ? document.organizationName : null,
    wsibAccount: isNamed ? document.wsibAccount : null,
    issuedOn,
    standard,
    basis,
    year,
    expiresOn,
    state,
    supersededBy,
    inEffect: effect.inEffect,
    // Few ask for it.
    get effectiveUntil() {
      return effect.until;
    },
    holderAgrees,
    on,
  };
}

async function agrees(context: Context, document: CheckedDocument, { name, wsibAccount: account, code }: ProofHolder): Promise<boolean> {
  if (typeof code === 'string') {
    return isPrintedCode(await context.loader(secretOfCodes).load(true), document.number, code);
  }
  return typeof account === 'string' ? isAccountOf(account, document) : isNameOf(name ?? '', document);
}
