import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";

/** What the outside of a download is made of; tests have one of their own. */
export interface Network {
  /** All addresses of a name. */
  readonly resolve: (host: string) => Promise<readonly HostAddress[]>;
  readonly isPublic: (address: string) => boolean;
  /** Certificates that are trusted beside those that Node trusts (PEM). */
  readonly ca?: string | undefined;
}

export interface HostAddress {
  readonly address: string;
  readonly family: number;
}

export const realNetwork: Network = { resolve: (host) => lookup(host, { all: true }), isPublic };

/** The code of the error with which a connection to a private address is refused. */
export const refusedAddress = "PRIVATE_ADDRESS";

/** This machine, as `localhost` is to be read (RFC 6761 6.3): nobody is asked for its address. */
const loopback: readonly HostAddress[] = [
  { address: "127.0.0.1", family: 4 },
  { address: "::1", family: 6 },
];

/** Whether an address is one of the public Internet (RFC 6890), also where it stands for one of IPv4 (RFC 6052 2.1). */
export function isPublic(text: string): boolean {
  const address = ipaddr.process(text);
  if (address.range() === "unicast") return true;
  const bytes = address.toByteArray();
  return text.toLowerCase().startsWith("64:ff9b::") && bytes.length === 16 && isPublic(bytes.slice(12).join("."));
}

/** A URL's host name without the brackets of IPv6 and the dot of a full name. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** Whether a URL names this machine itself; names are not looked up. */
export function isLoopback(url: URL): boolean {
  const host = bareHost(url);
  return isLocalName(host) || (isIP(host) !== 0 && ipaddr.process(host).range() === "loopback");
}

function isLocalName(host: string): boolean {
  return host === "localhost" || host.endsWith(".localhost");
}

/** How far one download has got into the world. */
export interface Reach {
  /** Throws where a redirect leads to a private address that is written in the URL; a name is judged by `lookup`. */
  readonly demand: (url: URL) => void;
  /** Looks names up when connecting, so that the address which is judged is the one that is connected to. */
  readonly lookup: LookupFunction;
}

/**
 * Begins a download. Its first address may be any, for somebody asked for it. Once one was public, no private one is
 * connected to, whatever redirects and name servers say.
 */
export function startReach({ resolve, isPublic }: Network): Reach {
  let wasPublic = false;
  const judge = (addresses: readonly HostAddress[], host: string): void => {
    const outside = addresses.map(({ address }) => isPublic(address));
    if (wasPublic && outside.includes(false)) {
      throw Object.assign(new Error(`${host} has a private address`), { code: refusedAddress });
    }
    wasPublic ||= outside.includes(true);
  };
  return {
    demand: (url) => {
      const host = bareHost(url);
      if (isIP(host) !== 0) judge([{ address: host, family: isIP(host) }], host);
    },
    lookup: (hostname, _options, done) => {
      const host = hostname.toLowerCase().replace(/\.$/, "");
      const found = isLocalName(host) ? Promise.resolve(loopback) : resolve(host);
      found
        .then((addresses) => {
          judge(addresses, host);
          return [...addresses];
        })
        .then(
          (addresses) => done(null, addresses),
          (error: unknown) => done(asError(error), []),
        );
    },
  };
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
