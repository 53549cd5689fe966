import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Says whether we may connect to an IP address. */
export type AddressPolicy = (address: string) => boolean;

/** Thrown inside a connection when its address is one we may not connect to. */
export class RefusedAddress extends Error {
  override readonly name = "RefusedAddress";
}

/** The part of IPv6 that is given out for the public Internet (RFC 4291, IANA IPv6 Global Unicast). */
const globalUnicast = ipaddr.IPv6.parse("2000::");
const globalUnicastBits = 3;

/**
 * Only addresses of the public Internet: nothing private, loopback, link-local (cloud metadata among it), shared,
 * multicast or reserved, in whichever way it is spelled; an IPv4 address inside an IPv6 one counts as what it is.
 */
export const publicOnly: AddressPolicy = (address) => {
  if (isIP(address) === 0) return false;
  const plain = ipaddr.process(address);
  if (plain.range() !== "unicast") return false;
  return plain instanceof ipaddr.IPv4 || plain.match(globalUnicast, globalUnicastBits);
};
