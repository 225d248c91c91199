import { BrowserWindow } from './browser-window.ts';
import { app } from './app.ts';
import { ipcMain } from './ipc-main.ts';
import { seen } from './seen.ts';
import { session } from './session.ts';

/** What the test may ask of the running application, over the channel to its child process. */
export type Question =
  | { readonly ask: 'seen' }
  | { readonly ask: 'evaluate'; readonly expression: string }
  | { readonly ask: 'click'; readonly selector: string }
  /** Into the field of this label. */
  | { readonly ask: 'fill'; readonly label: string; readonly text: string }
  | { readonly ask: 'press'; readonly button: string }
  | { readonly ask: 'text'; readonly selector: string }
  | { readonly ask: 'screenshot'; readonly path: string }
  | { readonly ask: 'reload' }
  | { readonly ask: 'permission'; readonly permission: string }
  /** A message on the page's channel from somebody else: another window's page, or a frame inside ours. */
  | {
      readonly ask: 'message';
      readonly line: string;
      readonly url: string;
      readonly inFrame: boolean;
      readonly otherWindow: boolean;
    }
  | { readonly ask: 'close' }
  | { readonly ask: 'quit' };

export function answerQuestions(): void {
  process.on('message', ({ id, question }: { id: number; question: Question }) => {
    answer(question).then(
      (value) => process.send?.({ id, value }),
      (problem: unknown) => process.send?.({ id, problem: String(problem) }),
    );
  });
}

async function answer(question: Question): Promise<unknown> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) throw new Error('no window is open');
  const contents = window.webContents;
  switch (question.ask) {
    case 'seen':
      return { ...seen, isVisible: window.isVisible(), pages: contents.page.context().pages().length };
    case 'evaluate':
      return contents.page.evaluate(question.expression);
    case 'click':
      return contents.page.click(question.selector);
    case 'fill':
      return contents.page.getByLabel(question.label, { exact: true }).fill(question.text);
    case 'press':
      return contents.page.getByRole('button', { name: question.button, exact: true }).click();
    case 'text':
      return contents.page.locator(question.selector).first().innerText();
    case 'screenshot':
      await contents.page.screenshot({ path: question.path });
      return null;
    case 'reload':
      return contents.reload();
    case 'permission':
      return decisionOn(question.permission);
    case 'message': {
      const sender = question.otherWindow ? {} : contents;
      ipcMain.emit(
        'portal',
        { sender, senderFrame: { url: question.url, parent: question.inFrame ? {} : null } },
        question.line,
      );
      return null;
    }
    case 'close':
      return window.close();
    case 'quit':
      return app.quit();
  }
}

function decisionOn(permission: string): Promise<{ request: boolean; check: boolean; device: boolean }> {
  const { permissionRequest, permissionCheck, devicePermission } = session.defaultSession;
  return new Promise((resolve) => {
    permissionRequest({}, permission, (request) => {
      resolve({
        request,
        check: permissionCheck({}, permission),
        device: devicePermission({ deviceType: permission }),
      });
    });
  });
}
