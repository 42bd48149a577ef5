import { after } from 'node:test';
import { openPostgresql } from '../../src/shell/store/engine-postgresql.ts';
import { freshOn } from './fresh-store.ts';
import { startPostgres } from './postgres-server.ts';
import { signedActsContract } from './signed-acts.contract.ts';
import { storeContract } from './store.contract.ts';

const server = await startPostgres();
const engine = await openPostgresql(await server.newDatabase());
after(async () => {
  await engine.close();
  await server.stop();
});
storeContract('postgresql', () => freshOn(engine));
signedActsContract('postgresql', () => freshOn(engine));
