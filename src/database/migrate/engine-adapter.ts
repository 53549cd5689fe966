import { PrismaPg } from "@prisma/adapter-pg";
import { ColumnTypeEnum, type SqlQuery, type SqlResultSet } from "@prisma/driver-adapter-utils";
import type pg from "pg";

/** What the driver keeps to itself but the engine's needs oblige us to reach. */
interface Driver {
  performIO(query: SqlQuery): Promise<pg.QueryArrayResult>;
  queryRaw(query: SqlQuery): Promise<SqlResultSet>;
  executeScript(script: string): Promise<void>;
  underlyingDriver(): pg.Pool;
  onError(error: unknown): never;
}

// Postgres' internal one-byte type "char", in which its catalogue keeps kinds and actions.
const CHAR = 18;
const TEXT = 25;

/**
 * The driver the schema engine talks through. Unlike its parent it knows the type "char", without which no existing
 * database can be read, and it runs a script as it is: the parent cuts it at every semicolon, in functions as well.
 */
export class EngineAdapter extends PrismaPg {
  override async connect(): ReturnType<PrismaPg["connect"]> {
    return runningScriptsWhole(charAware(await super.connect()));
  }
}

function runningScriptsWhole<Adapter>(adapter: Adapter): Adapter {
  const driver = adapter as unknown as Driver;
  driver.executeScript = async (script) => {
    const client = await driver.underlyingDriver().connect();
    try {
      await client.query(script);
    } catch (error) {
      // The script may have begun a transaction of its own, which the next user of this connection must not inherit.
      await client.query("rollback").catch(() => undefined);
      driver.onError(error);
    } finally {
      client.release();
    }
  };
  return adapter;
}

function charAware<Adapter>(adapter: Adapter): Adapter {
  const driver = adapter as unknown as Driver;
  const ask = driver.performIO.bind(adapter);
  const original = Object.getPrototypeOf(driver) as Driver;
  // Each call gets a driver of its own, so that calls under way at once do not mix up their columns.
  driver.queryRaw = async (input) => {
    const chars: number[] = [];
    const own: Driver = Object.create(driver, {
      performIO: { value: async (sql: SqlQuery) => hideChars(await ask(sql), chars) },
    }) as Driver;
    const result = await original.queryRaw.call(own, input);
    for (const column of chars) result.columnTypes[column] = ColumnTypeEnum.Character;
    return result;
  };
  return adapter;
}

function hideChars(result: pg.QueryArrayResult, chars: number[]): pg.QueryArrayResult {
  result.fields.forEach((field, column) => {
    if (field.dataTypeID !== CHAR) return;
    field.dataTypeID = TEXT;
    chars.push(column);
  });
  return result;
}
