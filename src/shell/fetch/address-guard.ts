/** Which addresses may be fetched from: public unicast ones only, so that no page can make us read our own network. */
import ipaddr from 'ipaddr.js';

/**
 * True for an address of the public internet. Private, loopback, link-local (cloud metadata among them), carrier-grade NAT,
 * multicast, reserved and translated ranges (RFC 6890, RFC 6598, RFC 6052, RFC 4291) are not; what does not parse is not either.
 */
export function isPublicAddress(address: string): boolean {
  const parsed = parse(address);
  return parsed !== null && parsed.range() === 'unicast';
}

/** True for 127.0.0.0/8 and ::1, whatever way they are written. */
export function isLoopback(address: string): boolean {
  return parse(address)?.range() === 'loopback';
}

/** IPv4 inside IPv6 is judged as the IPv4 address that it reaches. */
function parse(address: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  const bare = address.replace(/^\[|\]$/g, '').split('%')[0] ?? '';
  if (!ipaddr.isValid(bare)) return null;
  const parsed = ipaddr.parse(bare);
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
}

/** True when a URL's host is an address rather than a name. `URL` has already turned decimal and octal forms into dotted ones. */
export const isAddressLiteral = (hostname: string): boolean => ipaddr.isValid(hostname.replace(/^\[|\]$/g, ''));
