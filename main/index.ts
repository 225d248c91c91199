import { createApplication } from './app.ts';
import { runDesk } from './electron/run-desk.ts';
import { startDemoHotel } from './simulation/demo-hotel.ts';

/** Portal in a window of its own. Not awaited: Electron is ready only once its entry has been read to the end. */
void runDesk({ createApplication, startDemoHotel, builtFolder: import.meta.dirname });
