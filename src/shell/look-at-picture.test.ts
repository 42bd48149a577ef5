/** Pictures drawn for the tests: the same one after scaling and recompression, and others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { lookAtPicture } from './look-at-picture.ts';

/** A street of our own: houses, a cloud of smoke, a road. */
const drawing = (smoke: number, houses: readonly number[]): Buffer =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="420"><rect width="640" height="420" fill="#bcd"/>
    ${houses.map((left) => `<rect x="${left}" y="${120 + (left % 70)}" width="90" height="220" fill="#a97"/><rect x="${left + 20}" y="180" width="20" height="30" fill="#222"/>`).join('')}
    <circle cx="${smoke}" cy="100" r="90" fill="#444"/><rect y="330" width="640" height="90" fill="#665"/></svg>`,
  );
const png = (svg: Buffer): Promise<Buffer> => sharp(svg).png().toBuffer();

function differing(a: string | null, b: string | null): number {
  assert.ok(a !== null && b !== null);
  const bits = BigInt(`0x${a}`) ^ BigInt(`0x${b}`);
  return bits.toString(2).replaceAll('0', '').length;
}

test('a picture that was halved and saved anew with loss looks nearly the same', async () => {
  const street = await png(drawing(430, [30, 180, 330]));
  const resaved = await sharp(street).resize(320).jpeg({ quality: 40 }).toBuffer();
  assert.ok(differing(await lookAtPicture(street), await lookAtPicture(resaved)) <= 10);
});

test('another picture of the same kind looks different', async () => {
  const [one, other] = [await png(drawing(430, [30, 180, 330])), await png(drawing(120, [260, 420, 530]))];
  assert.ok(differing(await lookAtPicture(one), await lookAtPicture(other)) > 40);
});

test('one tone, no picture, and half a picture look like nothing', async () => {
  const white = await sharp({ create: { width: 50, height: 50, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const street = await png(drawing(430, [30, 180, 330]));
  for (const bytes of [white, Buffer.from('no picture'), Buffer.alloc(0), street.subarray(0, 200)])
    assert.equal(await lookAtPicture(bytes), null);
});
