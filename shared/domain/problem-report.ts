/**
 * The report a person sends along when asking for help: how the workstation stands and what its log said last. In
 * English, as the log is. It holds no copy, no passwords and no addresses beyond their host (see redact.ts).
 */
import { redact } from './redact.ts';

/** One line of the log. */
export interface LoggedLine {
  /** ISO 8601. */
  time: string;
  level: 'info' | 'warn' | 'error';
  message: string;
  details: Readonly<Record<string, string>>;
}

export interface ReportFacts {
  version: string;
  /** The browser or Electron the page runs in. */
  environment: string;
  connection: string;
  /** ISO 8601. */
  writtenAt: string;
  wireStories: number;
  /** What is late, by kind; `since` in ISO 8601. */
  late: readonly { kind: string; name: string; code: string; since: string | null; detail: string }[];
  /** How many there are of what can be late: `sources`, `targets`. */
  counts: Readonly<Record<string, number>>;
  newestBackup: string | null;
  notices: readonly { code: string; detail: string }[];
  /** Newest first. */
  log: readonly LoggedLine[];
}

function loggedLine({ time, level, message, details }: LoggedLine): string {
  const facts = Object.entries(details).map(([name, value]) => redact(`${name}=${value}`));
  return `${time} ${level} ${redact(message)}${facts.map((fact) => ` ${fact}`).join('')}`;
}

function section(title: string, lines: readonly string[]): string[] {
  return ['', `${title}:`, ...(lines.length === 0 ? ['  none'] : lines.map((line) => `  ${line}`))];
}

/** Writes the report as plain text. Whatever comes from outside goes through `redact`. */
export function composeReport(facts: ReportFacts): string {
  const counts = Object.entries(facts.counts).map(([name, count]) => `${count} ${name}`);
  return [
    `Redaksi ${facts.version}`,
    `written ${facts.writtenAt}`,
    `in ${facts.environment}`,
    `core ${facts.connection}; ${counts.join(', ')}; ${facts.wireStories} stories`,
    `newest backup ${facts.newestBackup ?? 'none'}`,
    ...section(
      'late',
      facts.late.map(({ kind, name, code, since, detail }) =>
        [kind, redact(name), code, `since ${since ?? 'unknown'}`, redact(detail)]
          .filter((part) => part !== '')
          .join(' · '),
      ),
    ),
    ...section(
      'notices',
      facts.notices.map(({ code, detail }) => `${code} ${redact(detail)}`),
    ),
    ...section('log, newest first', facts.log.map(loggedLine)),
    '',
  ].join('\n');
}
