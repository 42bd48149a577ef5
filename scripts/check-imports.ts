/**
 * Checks that imports go only where `imports.rules.json` allows (type-only imports included) and that no files import each
 * other in a circle. Prints each offence with its file; ends with status 1 when there is any.
 */
import { globSync, readFileSync } from 'node:fs';
import { dirname, posix } from 'node:path';

const rules: Record<string, string[]> = JSON.parse(readFileSync('imports.rules.json', 'utf8')).layers;
const files = globSync(['src/**/*.{ts,tsx}', 'web/src/**/*.{ts,tsx}']).sort();
const known = new Set(files);
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const offences = [...files.filter((file) => !isTest(file)).flatMap(forbidden), ...circles()];

for (const offence of offences) console.error(offence);
console.log(`imports: ${files.length} files, ${offences.length} offences`);
process.exit(offences.length === 0 ? 0 : 1);

function isTest(file: string): boolean {
  return /\.test\.tsx?$/.test(file);
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  const found: string[] = [];
  for (const match of text.matchAll(
    /(?:from|import)\s{1,3}\(?\s{0,3}['"](\.{1,2}\/[^'"\n]+)['"]|import\(\s{0,3}['"](\.{1,2}\/[^'"\n]+)['"]\s{0,3}\)/g,
  )) {
    const path = match[1] ?? match[2];
    if (path === undefined) continue;
    const target = posix.normalize(posix.join(dirname(file), path));
    const resolved = [target, `${target}.ts`, `${target}.tsx`].find((candidate) => known.has(candidate));
    if (resolved !== undefined) found.push(resolved);
  }
  return found;
}

/** The longest folder of the table that holds the file. */
function layerOf(file: string): string | null {
  const layers = Object.keys(rules).filter((layer) => file === layer || file.startsWith(`${layer}/`));
  return layers.sort((a, b) => b.length - a.length)[0] ?? null;
}

function forbidden(file: string): string[] {
  const layer = layerOf(file);
  if (layer === null) return [`${file}: stands in no folder of imports.rules.json`];
  return (imports.get(file) ?? [])
    .filter((target) => !isAllowed(layer, target))
    .map((target) => `${file}: may not import ${target} (${layer} imports ${rules[layer]?.join(', ') || 'nothing'})`);
}

function isAllowed(layer: string, target: string): boolean {
  if (layerOf(target) === layer) return true;
  return (rules[layer] ?? []).some((allowed) =>
    allowed.endsWith('/*')
      ? target.startsWith(allowed.slice(0, -1))
      : target === allowed ||
        (target.startsWith(`${allowed}/`) &&
          (layerOf(target) === allowed || allowed === layerOf(target)?.slice(0, allowed.length))),
  );
}

/** Depth-first search; each circle is printed once, from its alphabetically first file. */
function circles(): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      const circle = path.slice(path.indexOf(file));
      const first = [...circle].sort()[0];
      const turn = circle.indexOf(first ?? '');
      found.add(`circle: ${[...circle.slice(turn), ...circle.slice(0, turn)].join(' -> ')}`);
      return;
    }
    state.set(file, 'open');
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return [...found];
}
