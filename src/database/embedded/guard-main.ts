import type { GuardOrder } from "./order.ts";
import { runGuard } from "./guard.ts";

// The whole program of the detached guard process; its order comes as JSON on the command line.
const wentWell = await runGuard(JSON.parse(process.argv[2] ?? "null") as GuardOrder);
process.exit(wentWell ? 0 : 1);
