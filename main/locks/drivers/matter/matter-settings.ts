import { config } from '@matter/nodejs/config';

/*
 * Imported before anything else of matter.js, which reads these once, when it is first loaded. Portal owns its
 * command line, environment, signals and exit code; matter.js would otherwise take its settings from all four.
 */
config.loadProcessArgv = false;
config.loadProcessEnv = false;
config.loadConfigFile = false;
config.trapProcessSignals = false;
config.setProcessExitCodeOnError = false;
config.trapUnhandledErrors = false;
