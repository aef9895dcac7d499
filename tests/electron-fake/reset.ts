import { app } from './app.ts';
import { resetIpc } from './ipc.ts';
import { resetSession } from './session.ts';
import { resetSurroundings } from './surroundings.ts';
import { resetUtilityProcess } from './utility-process.ts';
import { resetWindows } from './windows.ts';

/** Everything of the stand-in as it was before the first test. */
export function resetElectron(): void {
  app.reset();
  resetIpc();
  resetSession();
  resetSurroundings();
  resetUtilityProcess();
  resetWindows();
}
