/** Where the program is, what it is called, and what the environment says about its store. Read once, at the edge. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder that holds package.json. */
export const PROJECT_ROOT = join(import.meta.dirname, '..', '..');

const packageFile: { version: string } = JSON.parse(readFileSync(join(PROJECT_ROOT, 'package.json'), 'utf8'));
/** `id` stands in every entry that the machine makes. */
export const PROGRAM = {
  name: 'trucewatch',
  version: packageFile.version,
  id: `trucewatch/${packageFile.version}`,
} as const;

export interface StoreConfig {
  /** Absolute path. */
  directory: string;
  /** `postgres://…`, or undefined for PGlite in the directory. */
  database: string | undefined;
}

/** The options win over the environment (TRUCEWATCH_DATA, TRUCEWATCH_DATABASE), which wins over `data/` in the project. */
export function storeConfig(
  options: { data?: string | undefined; database?: string | undefined },
  environment: NodeJS.ProcessEnv,
): StoreConfig {
  const directory = options.data ?? nonEmpty(environment.TRUCEWATCH_DATA) ?? join(PROJECT_ROOT, 'data');
  return { directory: resolve(directory), database: options.database ?? nonEmpty(environment.TRUCEWATCH_DATABASE) };
}

const nonEmpty = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

/** Where the knowledge files are. */
export const knowledgeDirectory = (): string => join(PROJECT_ROOT, 'knowledge');
