import { z } from "zod";
import { logLevels } from "../log.ts";

const port = z.coerce
  .number("must be a number")
  .int("must be a whole number")
  .min(1, portRange())
  .max(65_535, portRange());
const webAddress = z.url({ protocol: /^https?$/, error: "must be a web address, such as https://news.example" });
const postgresAddress = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a Postgres address, such as postgresql://user:password@host:5432/name",
});

/** Every setting Dateline reads from the environment, all optional; `.env.example` explains each. */
export const settings = z.object({
  PORT: port.optional(),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: webAddress.transform((url) => url.replace(/\/+$/, "")).optional(),
  DATABASE_URL: postgresAddress.optional(),
  DATABASE_CONNECTIONS: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(3, "must be at least 3")
    .max(1000, "must be at most 1000")
    .default(10),
  CACHE_MEGABYTES: z.coerce
    .number("must be a number")
    .int("must be a whole number")
    .min(0, "must not be negative")
    .max(65_536, "must be at most 65536")
    .default(64),
  DATELINE_DATA: z.string().optional(),
  DATELINE_ZONE: z.string().refine(isTimeZone, "must be a time zone, such as Europe/Berlin").default("UTC"),
  FOUR_EYES: z.enum(["on", "off"], "must be on or off").default("off"),
  SITE_NAME: z.string().default("The Dateline Sample"),
  LOG_LEVEL: z.enum(logLevels, `must be one of ${logLevels.join(", ")}`).default("warn"),
  DESK_USER: z.string().optional(),
});

/** The settings once they have been checked. */
export type Settings = z.infer<typeof settings>;

function portRange(): string {
  return "must lie between 1 and 65535";
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
