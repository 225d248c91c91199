import { visibleBounds } from '#main/electron/window-bounds';
import { describe, expect, it } from 'vitest';

const desk = { x: 0, y: 0, width: 1920, height: 1040 };
const second = { x: 1920, y: 0, width: 1920, height: 1040 };
const window = { x: 2000, y: 100, width: 1366, height: 768 };

describe('where the window opens', () => {
  it('is where it was closed', () => {
    expect(visibleBounds(window, [desk, second])).toEqual(window);
  });

  it.each([
    ['the second screen is gone', window],
    ['only a sliver would show', { ...window, x: 1900 }],
    ['the title bar would be above the screen', { ...window, x: 0, y: -40 }],
    ['nothing was kept', undefined],
    ['what was kept is not a place', { x: 'left' }],
    ['it had no size', { ...window, x: 0, width: 0 }],
  ])("is the platform's choice when %s", (_case, saved) => {
    expect(visibleBounds(saved, [desk])).toBeNull();
  });
});
