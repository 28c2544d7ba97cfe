/** What went wrong between this machine and a server. */
export interface ConnectionTrouble {
  readonly text: string;
  /** Whether another attempt may well succeed. */
  readonly passing: boolean;
}

const noTls = "it does not agree on TLS";

const passing: ReadonlyMap<string, string> = new Map([
  ["EAI_AGAIN", "its name cannot be looked up at the moment"],
  ["ECONNABORTED", "the connection was aborted"],
  ["ECONNREFUSED", "the connection was refused"],
  ["ECONNRESET", "the connection was reset"],
  ["EHOSTUNREACH", "there is no way to it at the moment"],
  ["ENETDOWN", "the network is down"],
  ["ENETUNREACH", "the network is unreachable"],
  ["EPIPE", "the server closed the connection"],
  ["ETIMEDOUT", "it does not answer"],
  ["UND_ERR_BODY_TIMEOUT", "the server fell silent"],
  ["UND_ERR_CONNECT_TIMEOUT", "it does not answer"],
  ["UND_ERR_HEADERS_TIMEOUT", "it does not answer"],
  ["UND_ERR_SOCKET", "the server closed the connection"],
  ["Z_BUF_ERROR", "what it sends is compressed, and was cut"],
]);

const lasting: ReadonlyMap<string, string> = new Map([
  ["ENOTFOUND", "there is no such host"],
  // What the platform says of these is about its own code.
  ["EPROTO", noTls],
  ["ERR_ASSERTION", "what it answers is no HTTP"],
]);

/** What a connection complains about, in words. Certificates and broken HTTP keep the words of the platform. */
export function connectionTrouble({ message }: Error, code: string): ConnectionTrouble {
  const text = passing.get(code);
  if (text !== undefined) return { text, passing: true };
  const damaged = /^(?:Z_|ERR__ERROR_)/.test(code) ? "what it sends is not compressed as it says" : undefined;
  const tls = code.startsWith("ERR_SSL_") ? noTls : undefined;
  return { text: lasting.get(code) ?? damaged ?? tls ?? message, passing: false };
}
