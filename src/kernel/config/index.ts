export { loadConfig, readConfig, type Config } from "./config.ts";
export { settings } from "./settings.ts";
