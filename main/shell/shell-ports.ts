import type { Application, ApplicationPorts, DemoHotel } from '#main/application';
import type { Clock } from '#main/ports/clock';
import type { Log } from '#main/ports/log';
import type { Random } from '#main/ports/random';

/** What an entry hands to its shell: how to build the application and, for --demo, the hotel around it. */
export interface ShellPorts {
  readonly createApplication: (ports: ApplicationPorts) => Promise<Application>;
  readonly startDemoHotel: (ports: DemoHotelPorts) => Promise<RunningDemoHotel>;
}

export interface DemoHotelPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
}

/** The simulated PMS, building and encoder, and where to reach and steer them. */
export interface RunningDemoHotel {
  readonly hotel: DemoHotel;
  readonly pms: string;
  readonly pmsControl: string;
  readonly locksControl: string;
  readonly encoderPort: string;
  readonly encoderControl: string;
  stop(): Promise<void>;
}
