import { lookup as systemLookup } from "node:dns";
import { isIP, type LookupFunction } from "node:net";
import { Agent, buildConnector } from "undici";
import { RefusedAddress, type AddressPolicy } from "./address-policy.ts";

/** What the guard needs of the world; tests hand in a resolver of their own. */
export interface Guard {
  readonly allows: AddressPolicy;
  readonly lookup?: LookupFunction;
  /** Milliseconds to connect in. */
  readonly connectTimeout: number;
}

/**
 * An agent that asks the policy three times: of an address spelled in the URL, of every address a name resolves to,
 * and of the one the socket is really connected to, before a byte is sent. So a name that resolves otherwise the
 * second time (DNS rebinding) gains nothing.
 */
export function guardedAgent({ allows, lookup = systemLookup, connectTimeout }: Guard): Agent {
  const connector = buildConnector({ timeout: connectTimeout, lookup: guardedLookup(allows, lookup) });
  return new Agent({
    pipelining: 1,
    connect: (options, callback) => {
      const host = options.hostname.replace(/^\[|\]$/g, "");
      if (isIP(host) !== 0 && !allows(host)) {
        callback(new RefusedAddress(), null);
        return;
      }
      connector(options, (...answer) => {
        const [error, socket] = answer;
        if (error === null && !allows(socket.remoteAddress ?? "")) {
          socket.destroy();
          callback(new RefusedAddress(), null);
        } else callback(...answer);
      });
    },
  });
}

const guardedLookup =
  (allows: AddressPolicy, lookup: LookupFunction): LookupFunction =>
  (hostname, options, callback) => {
    lookup(hostname, options, (error, address, family) => {
      if (error !== null) {
        callback(error, address, family);
        return;
      }
      const found = typeof address === "string" ? [address] : address.map((each) => each.address);
      // One address that must not be met is enough: names of the public Internet have none.
      if (found.length > 0 && found.every(allows)) callback(null, address, family);
      else callback(new RefusedAddress(), []);
    });
  };
