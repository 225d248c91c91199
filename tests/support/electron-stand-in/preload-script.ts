/**
 * Runs the built preload script (CommonJS) in the page, before the page's own scripts, with the two modules of Electron
 * that it may require. Electron would run it in a world of its own; here it shares the page's.
 */
export function preloadScript(source: string): string {
  return `(() => {
    const listeners = [];
    const ipcRenderer = {
      send: (channel, ...args) => void window.standInSend(channel, args),
      on: (channel, listener) => listeners.push({ channel, listener }),
      removeListener: (channel, listener) => {
        const place = listeners.findIndex((each) => each.channel === channel && each.listener === listener);
        if (place !== -1) listeners.splice(place, 1);
      },
    };
    const contextBridge = {
      exposeInMainWorld: (name, value) => Object.defineProperty(window, name, { value: Object.freeze(value), enumerable: true }),
    };
    window.standIn = {
      receive: (channel, args) => {
        for (const each of [...listeners]) if (each.channel === channel) each.listener({}, ...args);
      },
    };
    const require = (name) => {
      if (name !== 'electron') throw new Error('a sandboxed preload script may not require ' + name);
      return { contextBridge, ipcRenderer };
    };
    const module = { exports: {} };
    ((require, module, exports) => {${source}
    })(require, module, module.exports);
  })();`;
}
