import type { UnofficialFrench } from '../messages.ts';

/** Our French for a message with a term that has no official French: Letter of Good Standing, equivalency, reciprocity, pending. */
export const unofficial = (text: string): UnofficialFrench => ({ unofficial: text });
