import { expect, it } from 'vitest';
import { addKeycardInput } from '#api/keycard-inputs';
import { isPassingUid } from '#domain/cards/keycard';
import { readKeycardFile } from '#domain/cards/keycard-import';

it.each(['08a1b2c3', '08000000', '00000000', 'ffffffff'])(
  'Q: %s tells one card from another no longer than it lies there',
  (uid) => {
    expect(isPassingUid(uid)).toBe(true);
    expect(addKeycardInput.safeParse({ number: '1001', name: '', uid }).success).toBe(false);
    expect(readKeycardFile(`number;uid\n1001;${uid}\n`)).toMatchObject({
      outcome: 'refused',
      problems: [{ line: 2, what: 'passing-uid' }],
    });
  },
);

it.each(['04a1b2c3', 'a108b2c3', '08a1b2c3d4e5f6', '04a1b2c3d4e5f6'])('%s names its card for good', (uid) => {
  expect(isPassingUid(uid)).toBe(false);
  expect(addKeycardInput.safeParse({ number: '1001', name: '', uid }).success).toBe(true);
});
