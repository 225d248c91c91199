import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import * as bulk from '#api/bulk';
import * as demoInputs from '#api/demo-inputs';
import * as encoderInputs from '#api/encoder-inputs';
import * as filters from '#api/filters';
import * as inputs from '#api/inputs';
import * as keyInputs from '#api/key-inputs';
import * as keycardInputs from '#api/keycard-inputs';
import { refusalsOf } from '#api/refusal-of-issue';
import * as staffInputs from '#api/staff-inputs';
import { isRefusalCode } from '#domain/refusal';
import { messagesIn } from './schema-messages.ts';

const modules = [bulk, demoInputs, encoderInputs, filters, inputs, keyInputs, keycardInputs, staffInputs];
const schemas = modules
  .flatMap((each) => Object.entries(each) as readonly (readonly [string, unknown])[])
  .filter((each): each is [string, z.ZodType] => each[1] instanceof z.ZodType);

function refused(schema: z.ZodType, input: unknown) {
  const { error } = schema.safeParse(input);
  return error === undefined ? {} : refusalsOf(error);
}

describe('what a portal says and is not taken', () => {
  it.each(schemas)('is refused by %s with codes of the table, never with a sentence', (_name, schema) => {
    expect(messagesIn(schema).filter((message) => !isRefusalCode(message))).toEqual([]);
  });

  it('is every input that the api has', () => {
    expect(schemas.length).toBeGreaterThan(60);
    expect(new Set(schemas.flatMap(([, schema]) => messagesIn(schema))).size).toBeGreaterThan(25);
  });
});

describe('a refusal', () => {
  const { addGatewayInput, editDoorInput, settingsInput } = inputs;

  it('names the bound that was missed', () => {
    expect(refused(staffInputs.newPassword, 'hotel')).toEqual({ '': { code: 'too-short', facts: { least: 8 } } });
    expect(refused(keyInputs.templateInput.pick({ name: true }), { name: 'x'.repeat(81) })).toEqual({
      name: { code: 'too-long', facts: { most: 80 } },
    });
    expect(
      refused(inputs.addGatewayInput, { name: 'Bridge', system: 'matter', setupCode: '123', address: null }),
    ).toEqual({
      setupCode: { code: 'not-a-setup-code', facts: {} },
    });
    expect(refused(settingsInput.pick({ lockAfterSeconds: true }), { lockAfterSeconds: 5 })).toEqual({
      lockAfterSeconds: { code: 'too-few-seconds', facts: { least: 30 } },
    });
    expect(refused(settingsInput.pick({ codeLength: true }), { codeLength: 11 })).toEqual({
      codeLength: { code: 'too-big', facts: { most: 10 } },
    });
  });

  it('of a doorcode and of a PIN names how many digits there may be', () => {
    const wish = { keyId: 'k1', personId: 'p1', version: 0, policy: 'strict' };

    expect(refused(inputs.doorcodePolicyInput, { ...wish, code: '123' })).toEqual({
      code: { code: 'not-a-doorcode', facts: { least: 4, most: 10 } },
    });
    expect(refused(inputs.doorcodePolicyInput, { ...wish, code: null })).toEqual({
      code: { code: 'doorcode-missing', facts: {} },
    });
    expect(refused(staffInputs.newPin, '12')).toEqual({ '': { code: 'not-a-pin', facts: { least: 4, most: 8 } } });
  });

  it('of two things that are wrong with one field names the first', () => {
    expect(refused(staffInputs.newPassword, '1234')).toEqual({ '': { code: 'too-short', facts: { least: 8 } } });
    expect(refused(staffInputs.newPassword, '12345678')).toEqual({ '': { code: 'common-password', facts: {} } });
  });

  it('stands at the field of its list', () => {
    const door = { doorId: 'd1', weekdays: null, hours: null, allowProvisioning: true, allowLinkedDoors: true };
    const stay = { arrival: '2026-11-25T15:00', departure: '2026-11-23T11:00' };
    const guest = { kind: 'guest', firstName: ' ', lastName: '', email: null, phone: null };
    const asked = {
      requestId: 'a'.repeat(24),
      people: [{ person: guest, doorcode: null }],
      doors: [{ ...door, ...stay }],
    };

    expect(refused(keyInputs.createKeyInput, asked)).toEqual({
      'people.0.person.firstName': { code: 'first-or-last-name-missing', facts: {} },
      'doors.0.departure': { code: 'departure-not-after-arrival', facts: {} },
    });
    expect(refused(editDoorInput, { ...door, ...stay, weekdays: [], keyId: 'k1', version: 0 })).toMatchObject({
      weekdays: { code: 'no-weekday', facts: {} },
    });
  });

  it('of what no form sends is a code as well', () => {
    expect(refused(addGatewayInput, { name: 'Bridge', setupCode: 7 })).toEqual({
      system: { code: 'not-valid', facts: {} },
      setupCode: { code: 'not-valid', facts: {} },
    });
  });
});
