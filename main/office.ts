import { createApplication } from './app.ts';
import { runOffice } from './office/run-office.ts';
import { startDemoHotel } from './simulation/demo-hotel.ts';

/** Portal without Electron: `node main/office.ts`. */
await runOffice({ createApplication, startDemoHotel });
