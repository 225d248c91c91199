import { describe, expect, it } from 'vitest';
import { dark, light, type Tokens } from '../../renderer/theme-tokens.ts';

/** WCAG 2.2, 1.4.3: text of this size needs 4.5:1. */
const readable = 4.5;
/** 1.4.11: the edge of a control, 3:1. */
const seen = 3;

const texts = ['text', 'text2', 'text3', 'accent', 'ok', 'warn', 'bad', 'info'] as const;
const grounds = ['ground', 'surface', 'raised'] as const;
const tones = [
  ['accent', 'accentGround'],
  ['text', 'accentGround'],
  ['text2', 'accentGround'],
  ['ok', 'okGround'],
  ['warn', 'warnGround'],
  ['bad', 'badGround'],
  ['info', 'infoGround'],
  ['neutral', 'neutralGround'],
  ['onFill', 'accent'],
  ['onFill', 'bad'],
] as const;
const pairs = [...texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)), ...tones];

describe.each([
  ['light', light],
  ['dark', dark],
] as const)('in the %s theme', (_, tokens: Tokens) => {
  it.each(pairs)('%s can be read on %s', (text, ground) => {
    expect(contrast(tokens[text], tokens[ground])).toBeGreaterThanOrEqual(readable);
  });

  it.each(grounds)('the edge of a field can be seen on %s', (ground) => {
    expect(contrast(tokens.control, tokens[ground])).toBeGreaterThanOrEqual(seen);
  });
});

it('black on white is 21:1, so the measure itself is right', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
});

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
