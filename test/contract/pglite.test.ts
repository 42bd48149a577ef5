import { after } from 'node:test';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { freshOn } from './fresh-store.ts';
import { signedActsContract } from './signed-acts.contract.ts';
import { storeContract } from './store.contract.ts';

const engine = await openPglite(null);
after(() => engine.close());
storeContract('pglite in memory', () => freshOn(engine));
signedActsContract('pglite in memory', () => freshOn(engine));
