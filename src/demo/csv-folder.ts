import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { FileName, ImportFile } from '../import/column.ts';

/** A value of a row; null is an empty one. */
export type CsvValue = string | number | null;

/** Writes an import folder row by row, using little memory. */
export class CsvFolder {
  readonly #files = new Map<string, { readonly descriptor: number; pending: string }>();

  constructor(folder: string, files: readonly ImportFile[]) {
    for (const { name, columns } of files) {
      const header = columns.map((column) => column.name).join(',');
      this.#files.set(name, { descriptor: openSync(join(folder, name), 'w'), pending: `${header}\n` });
    }
  }

  /** Adds a row, its values in the order of the format's columns. */
  add(name: FileName, ...values: readonly CsvValue[]): void {
    const file = this.#files.get(name);
    if (!file) throw new Error(`${name} is not part of the format.`);
    file.pending += `${values.map(csvField).join(',')}\n`;
    if (file.pending.length < 262_144) return;
    writeSync(file.descriptor, file.pending);
    file.pending = '';
  }

  close(): void {
    for (const { descriptor, pending } of this.#files.values()) {
      writeSync(descriptor, pending);
      closeSync(descriptor);
    }
  }
}

const csvField = (value: CsvValue): string => {
  const text = String(value ?? '');
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
