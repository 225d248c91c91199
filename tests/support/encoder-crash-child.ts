import { setTimeout as wait } from 'node:timers/promises';
import { anasCard, clerk, openCrashDesk } from './encoder-crash-desk.ts';

/** A desk that writes a card, to be killed while it does: `encoder-crash-child.ts <folder> <encoder's address>`. */
const [folder = '', address = ''] = process.argv.slice(2);
const { service } = await openCrashDesk(folder, address);
await service.start();
while ((await service.view()).encoders[0]?.state !== 'ready') await wait(10);
await service.encode(anasCard, clerk);
