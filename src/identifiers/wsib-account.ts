/**
 * A WSIB account number as the registry keeps it: without spaces and hyphens, in capitals. Its form changes over the years, so it is
 * otherwise opaque; what it must look like is a setting.
 */
export const wsibAccount = (text: string): string => text.replaceAll(/[\s\u2010-\u2015-]/g, '').toUpperCase();
