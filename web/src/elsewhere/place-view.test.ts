import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  following,
  fromDrawing,
  HEIGHT,
  pathIn,
  radiusIn,
  stepped,
  toDrawing,
  viewAround,
  WIDTH,
  written,
  zoomed,
} from './place-view.ts';

const IDLIB = { latitude: 35.93, longitude: 36.63 };
const view = viewAround(IDLIB, 25);

test('the place is in the middle, and what it may reach to is in sight', () => {
  assert.deepEqual(toDrawing(view, IDLIB), [WIDTH / 2, HEIGHT / 2]);
  assert.ok(radiusIn(view, 25) < HEIGHT / 2);
  assert.equal(viewAround(IDLIB, 0).halfWidthKm, 20);
});

test('a point of the drawing is the point on the ground that it was drawn for', () => {
  const [x, y] = toDrawing(view, { latitude: 36.1, longitude: 36.4 });
  const back = fromDrawing(view, x, y);
  assert.ok(Math.abs(back.latitude - 36.1) < 1e-9 && Math.abs(back.longitude - 36.4) < 1e-9);
});

test('arrows move the point a twentieth of the window, other keys do not', () => {
  const north = stepped(view, IDLIB, 'ArrowUp');
  const west = stepped(view, IDLIB, 'ArrowLeft');
  assert.ok(north !== null && north.latitude > IDLIB.latitude && north.longitude === IDLIB.longitude);
  assert.ok(west !== null && west.longitude < IDLIB.longitude && west.latitude === IDLIB.latitude);
  assert.equal(stepped(view, IDLIB, 'a'), null);
  assert.deepEqual(stepped(view, { latitude: 90, longitude: 180 }, 'ArrowUp'), { latitude: 90, longitude: 180 });
});

test('the window follows a point that leaves it', () => {
  assert.equal(following(view, IDLIB), view);
  const far = { latitude: 33.5, longitude: 36.3 };
  assert.deepEqual(following(view, far), { ...far, halfWidthKm: view.halfWidthKm });
});

test('zooming ends at two kilometres and at a continent', () => {
  assert.equal(zoomed(view, 0.001).halfWidthKm, 2);
  assert.equal(zoomed(view, 1000).halfWidthKm, 1500);
});

test('an area is a closed path and a line an open one', () => {
  const corner = pathIn(view, [[36.63, 35.93]], true);
  assert.equal(corner, `M${WIDTH / 2}.0 ${HEIGHT / 2}.0Z`);
  assert.equal(pathIn(view, [[36.63, 35.93]], false), `M${WIDTH / 2}.0 ${HEIGHT / 2}.0`);
  assert.equal(pathIn(view, [], true), '');
});

test('a point is written so that it can be typed', () => {
  assert.equal(written({ latitude: -33.4567, longitude: 36 }), '-33.457, 36.000');
});
