import { lookup } from "node:dns/promises";
import { BlockList, isIP } from "node:net";

const loopback = new BlockList();
loopback.addSubnet("127.0.0.0", 8, "ipv4");
loopback.addAddress("::1", "ipv6");

/** Addresses that are not of the public Internet (RFC 6890). */
const inner = new BlockList();
const innerV4 = ["0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"];
const moreInnerV4 = ["192.0.0.0/24", "192.168.0.0/16", "198.18.0.0/15", "224.0.0.0/4", "240.0.0.0/4"];
const innerV6 = ["::/127", "64:ff9b::/96", "fc00::/7", "fe80::/10", "ff00::/8"];
for (const subnet of [...innerV4, ...moreInnerV4]) addSubnet(subnet, "ipv4");
for (const subnet of innerV6) addSubnet(subnet, "ipv6");

function addSubnet(subnet: string, family: "ipv4" | "ipv6"): void {
  const [network = "", prefix] = subnet.split("/");
  inner.addSubnet(network, Number(prefix), family);
}

/** A URL's host name without the brackets of IPv6 and the dot of a full name. */
function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
}

/** Whether a URL names this machine itself; names are not looked up. */
export function isLoopback(url: URL): boolean {
  const host = bareHost(url);
  return host === "localhost" || host.endsWith(".localhost") || isListed(loopback, host);
}

/** Whether a URL leads to this machine or a private network; a name is looked up, and one such address is enough. */
export async function isInner(url: URL): Promise<boolean> {
  if (isLoopback(url)) return true;
  const host = bareHost(url);
  if (isIP(host) !== 0) return isListed(inner, host);
  const addresses = await lookup(host, { all: true }).catch(() => []);
  return addresses.some(({ address }) => isListed(inner, address));
}

function isListed(list: BlockList, address: string): boolean {
  const version = isIP(address);
  return version !== 0 && list.check(address, version === 4 ? "ipv4" : "ipv6");
}
