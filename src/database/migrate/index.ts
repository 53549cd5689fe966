export { connectToServer } from "./check-server.ts";
export { migrate } from "./migrate.ts";
