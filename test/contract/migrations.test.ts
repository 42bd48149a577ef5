import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { migrate, migrations } from '../../src/shell/store/migrate.ts';
import { AT } from './sample-data.ts';

const engine = await openPglite(null);
after(() => engine.close());

test('migrations are numbered from 1 without gaps, and applied once', async () => {
  assert.deepEqual(
    migrations().map(({ number }) => number),
    migrations().map((_, index) => index + 1),
  );
  assert.equal(await migrate(engine, AT), migrations().length);
  assert.equal(await migrate(engine, AT), migrations().length);
  const applied = await engine.db.selectFrom('migrations').select('number').execute();
  assert.equal(applied.length, migrations().length);
});

test('a database that a newer program wrote, or whose migration was altered, is refused', async () => {
  await migrate(engine, AT);
  await engine.script("insert into migrations values (999, 'later', 'x', now())");
  await assert.rejects(migrate(engine, AT), { code: 'store/newer-than-program' });
  await engine.script("delete from migrations where number = 999; update migrations set sha256 = 'x' where number = 1");
  await assert.rejects(migrate(engine, AT), { code: 'store/migration-altered' });
  await engine.script('drop schema public cascade; create schema public');
  await migrate(engine, AT);
});

test('a migration that fails half way leaves nothing of itself', async () => {
  await assert.rejects(engine.script('create table half_made (id integer); select no_such_column from half_made'));
  await engine.script('create table half_made (id integer); drop table half_made');
});
