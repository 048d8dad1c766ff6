/** A French sentence of ours that uses a term without official French. */
export interface UnofficialFrench {
  readonly unofficial: string;
}

/** Our French for a message with a term that has no official French: Letter of Good Standing, equivalency, reciprocity, pending. */
export const unofficial = (text: string): UnofficialFrench => ({ unofficial: text });
