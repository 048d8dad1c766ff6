import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';

const read = (path: string): string => readFileSync(path, 'utf8');

/** The strings of an array in .dependency-cruiser.cjs, which lists rooms from the ground up. */
function listed(name: string): string[] {
  const [, body = ''] = new RegExp(`^const ${name} = \\[([\\s\\S]*?)\\];$`, 'm').exec(read('.dependency-cruiser.cjs')) ?? [];
  return [...body.matchAll(/'([\w-]+)'/g)].map(([, room = '']) => room);
}

/** The rooms of a folder: its folders, and for its files the room whose name they begin with. */
function roomsIn(folder: string, known: readonly string[]): string[] {
  const rooms = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return [entry.name];
    const name = entry.name.replace(/\.ts$/, '');
    return entry.name.endsWith('.ts') ? [known.find((room) => name === room || name.startsWith(`${room}-`)) ?? name] : [];
  });
  return [...new Set(rooms)].sort();
}

/** The rows of the first table after a heading, without its header, each as its cells. */
function tableAfter(markdown: string, marker: string): string[][] {
  const lines = markdown.slice(markdown.indexOf(marker)).split('\n');
  const begin = lines.findIndex((line) => line.startsWith('| '));
  const table = lines.slice(begin, begin + lines.slice(begin).findIndex((line) => !line.startsWith('|')));
  return table.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const roomsOf = (rows: readonly string[][]): string[] => rows.map(([room = '']) => room.replaceAll('`', ''));

const rooms = listed('rooms');
const architecture = read('docs/architecture.md');

describe('the map of rooms', () => {
  test('has every room that exists, and no other: a new room needs its place in .dependency-cruiser.cjs', () => {
    expect(rooms.toSorted()).toEqual(roomsIn('src', rooms));
  });

  test('in docs/architecture.md lists them from top to bottom, each with what it is for', () => {
    const rows = tableAfter(architecture, '## The rooms, from top to bottom');
    expect(roomsOf(rows)).toEqual(rooms.toReversed());
    expect(rows.filter(([, purpose = '']) => purpose.length < 5)).toEqual([]);
  });

  test('in CONTRIBUTING.md is the same', () => {
    expect(tableAfter(read('CONTRIBUTING.md'), '## The map of rooms')).toEqual(
      tableAfter(architecture, '## The rooms, from top to bottom'),
    );
  });

  test('has the tests of each room: in the folder of its name, or where CONTRIBUTING.md says', () => {
    const rows = tableAfter(read('CONTRIBUTING.md'), '## Where does a test go?');
    const elsewhere = rows.flatMap(([names = '']) => [...names.matchAll(/`([^`]+)`/g)].map(([, name]) => name));
    const without = rooms.filter((room) => !existsSync(`test/${room}`));
    expect(elsewhere.toSorted()).toEqual(without.toSorted());
  });

  test('of the server and of the law list the rooms that exist', () => {
    const server = listed('serverRooms');
    const law = listed('law');
    const foldersIn = (folder: string) =>
      readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
    expect(server.toSorted()).toEqual(foldersIn('src/server').sort());
    expect(law.toSorted()).toEqual(roomsIn('src/rules', law));
    expect(roomsOf(tableAfter(architecture, 'Inside `src/server/`'))).toEqual(server.toReversed());
    const chapters = law.filter((name) => foldersIn('src/rules').includes(name));
    expect(roomsOf(tableAfter(architecture, 'Inside `src/rules/`'))).toEqual(chapters.toReversed());
  });
});
