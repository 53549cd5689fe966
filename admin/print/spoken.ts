import { join } from "node:path";
import { rootFolder } from "../../src/kernel/host/index.ts";

/** Where a sentence names a command: at its beginning, or after what introduces one. */
const named = /(^|: |\(|'|See )desk (?=[a-z…])/g;

/** What to type to reach this command from where the person is. */
const typed = process.argv[1] === join(rootFolder, "desk") && process.cwd() === rootFolder ? "./desk" : "desk";

/** A sentence with the commands in it spelled as they have to be typed here. */
export const spoken = (text: string, command: string = typed): string => text.replace(named, `$1${command} `);
