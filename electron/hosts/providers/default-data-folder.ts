import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

const FOLDER_NAME = 'Redaksi';

/**
 * Where data lies unless told otherwise: `$XDG_DATA_HOME/Redaksi` (else `~/.local/share/Redaksi`) on Linux,
 * `~/Library/Application Support/Redaksi` on macOS, `%APPDATA%\Redaksi` on Windows. Relative values of the environment
 * variables are ignored, as the XDG specification asks.
 */
export function defaultDataFolder(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  home: string = homedir(),
): string {
  function base(name: string, ...otherwise: string[]): string {
    const value = environment[name];
    return value !== undefined && isAbsolute(value) ? value : join(home, ...otherwise);
  }
  if (platform === 'win32') return join(base('APPDATA', 'AppData', 'Roaming'), FOLDER_NAME);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', FOLDER_NAME);
  return join(base('XDG_DATA_HOME', '.local', 'share'), FOLDER_NAME);
}
