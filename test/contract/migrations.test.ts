import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { openPglite } from '../../src/shell/store/engine-pglite.ts';
import { migrate, migrations } from '../../src/shell/store/migrate.ts';
import { AT } from './sample-data.ts';

const engine = await openPglite(null);
after(() => engine.close());

const newest = Math.max(...migrations().map(({ number }) => number));

test('migrations have one number each and are applied once', async () => {
  const numbers = migrations().map(({ number }) => number);
  assert.deepEqual(
    numbers,
    [...new Set(numbers)].sort((a, b) => a - b),
  );
  assert.equal(numbers[0], 1);
  assert.equal(await migrate(engine, AT), newest);
  assert.equal(await migrate(engine, AT), newest);
  const applied = await engine.db.selectFrom('migrations').select('number').execute();
  assert.equal(applied.length, migrations().length);
});

test('a migration whose number is below one that was applied is applied all the same', async () => {
  await migrate(engine, AT);
  await engine.db.deleteFrom('migrations').where('number', '=', 1).execute();
  await assert.rejects(
    migrate(engine, AT),
    { code: 'store/migration-failed' },
    'it tries the missing one, not nothing',
  );
  await engine.script('drop schema public cascade; create schema public');
  assert.equal(await migrate(engine, AT), newest);
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
