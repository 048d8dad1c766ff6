// Writes a bill of materials of what a release runs with (CycloneDX, from npm): `node scripts/sbom.mjs [file]`. Fails where what is installed is not
// what the lock file says, since the list is of what is installed.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';

const file = process.argv[2] ?? 'sbom.cdx.json';
const npm = (...args) => execFileSync('npm', args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'inherit'] });

npm('ls', '--all', '--omit=dev');
const { components, ...rest } = JSON.parse(npm('sbom', '--sbom-format=cyclonedx', '--omit=dev'));
writeFileSync(file, `${JSON.stringify({ ...rest, components }, null, 2)}\n`);
console.log(`${file}: ${components.length} packages.`);
