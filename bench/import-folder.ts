import { closeSync, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { addDays, addYears, type Day } from '../src/rules/calendar.ts';

/** WSIB account numbers have seven digits today. */
const FIRST_NUMBER = 1_000_000;

/**
 * One organization, account and registration each; a certificate in its current cycle with the letters due by today, and for every second account an
 * earlier cycle.
 */
export function writeFolder(folder: string, count: number, today: Day): number {
  const files = {
    organizations: new Lines(join(folder, 'organizations.csv'), 'organization,legal_name,operating_name,former_names,business_number,city'),
    accounts: new Lines(join(folder, 'accounts.csv'), 'account,organization,wsib_account'),
    registrations: new Lines(join(folder, 'registrations.csv'), 'registration,account,confirmed_on,withdrawn_on'),
    certificates: new Lines(join(folder, 'certificates.csv'), 'number,account,standard,basis,issued_on'),
    letters: new Lines(join(folder, 'letters.csv'), 'number,certificate_number,year,issued_on'),
  };
  for (let i = 0; i < count; i++) {
    const issuedOn = addDays(today, -(i % 1095));
    files.organizations.add(`O${i},Contractor ${i} (synthetic) Ltd.,Contractor ${i},,,Exampleville`);
    files.accounts.add(`A${i},O${i},${FIRST_NUMBER + i}`);
    files.registrations.add(`R${i},A${i},${addYears(issuedOn, -4)},`);
    writeCycle(files, `A${i}`, `C${i}`, issuedOn, 'COR_2020', today);
    if (i % 2 === 0) writeCycle(files, `A${i}`, `E${i}`, addYears(issuedOn, -3), 'COR', today);
  }
  return Object.values(files).reduce((total, lines) => total + lines.close(), 0);
}

interface CycleFiles {
  readonly certificates: Lines;
  readonly letters: Lines;
}

function writeCycle(files: CycleFiles, account: string, number: string, issuedOn: Day, standard: string, today: Day): void {
  files.certificates.add(`${number},${account},${standard},EXTERNAL_AUDIT,${issuedOn}`);
  for (const year of [2, 3]) {
    const on = addDays(addYears(issuedOn, year - 1), -20);
    if (on <= today) files.letters.add(`${number}-${year},${number},${year},${on}`);
  }
}

class Lines {
  readonly #file: number;
  #pending: string;
  #count = 0;

  constructor(path: string, header: string) {
    this.#file = openSync(path, 'w');
    this.#pending = `${header}\n`;
  }

  add(line: string): void {
    this.#pending += `${line}\n`;
    this.#count++;
    if (this.#pending.length > 262_144) this.#flush();
  }

  close(): number {
    this.#flush();
    closeSync(this.#file);
    return this.#count;
  }

  #flush(): void {
    writeSync(this.#file, this.#pending);
    this.#pending = '';
  }
}
