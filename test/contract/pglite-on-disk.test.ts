import { join } from 'node:path';
import { after } from 'node:test';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { freshOn, temporaryFolder } from './fresh-store.ts';
import { storeContract } from './store.contract.ts';

const engine = await openPglite(join(temporaryFolder(), 'store'));
after(() => engine.close());
storeContract('pglite on disk', () => freshOn(engine));
